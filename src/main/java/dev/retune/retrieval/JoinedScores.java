package dev.retune.retrieval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/// What model and BM25 say of every passage for one query, as z-scores.
final class JoinedScores {
  private final double[] model;
  private final double[] words;

  /// @param model score of each passage; not finite for one that is never found
  /// @param words score of each passage
  JoinedScores(float[] model, float[] words) {
    this.model = standardised(model);
    this.words = standardised(words);
  }

  /// Zero mean and unit variance over the finite scores, or all 0 if these are equal; the others
  /// are not a number.
  static double[] standardised(float[] scores) {
    var finite = new double[scores.length];
    int count = 0;
    for (float score : scores) {
      if (Float.isFinite(score)) {
        finite[count++] = score;
      }
    }
    var values = Arrays.stream(finite, 0, count).summaryStatistics();
    double mean = values.getAverage();
    double variance =
        Arrays.stream(finite, 0, count).map(v -> (v - mean) * (v - mean)).average().orElse(0);
    // Rounding may give equal scores a variance.
    double scale = values.getMin() < values.getMax() ? 1 / Math.sqrt(variance) : 0;
    var standardised = new double[scores.length];
    for (int i = 0; i < scores.length; i++) {
      standardised[i] = Float.isFinite(scores[i]) ? (scores[i] - mean) * scale : Double.NaN;
    }
    return standardised;
  }

  /// The best `k` passages; equal scores in the order of the corpus.
  ///
  /// @param weight of BM25
  List<Hit> best(double weight, int k, List<String> ids) {
    var top = new TopHits(Math.min(k, ids.size()));
    for (int i = 0; i < model.length; i++) {
      top.offer(i, weight * words[i] + (1 - weight) * model[i]);
    }
    var hits = new ArrayList<Hit>(top.size());
    top.drainWorstFirst((index, score) -> hits.add(new Hit(ids.get(index), score)));
    Collections.reverse(hits);
    return Collections.unmodifiableList(hits);
  }
}
