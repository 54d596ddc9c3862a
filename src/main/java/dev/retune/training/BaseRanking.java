package dev.retune.training;

import dev.retune.encoder.Embedder;
import dev.retune.encoder.InputType;
import dev.retune.encoder.Similarity;
import dev.retune.task.Progress;
import dev.retune.text.Text;
import dev.retune.training.preflight.Finding;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Which answering passages the base model does not find among its first fifty.
///
/// All passages and up to [#QUESTIONS] questions where time allows; else a sample of both, drawn
/// with a fixed seed: answering passages and others in turn, until [#SECONDS] are over. A passage's
/// rank among all is then estimated by how many of the sample stand before it.
///
/// @param finding empty if all are found, or there are no more passages than that
/// @param tokensPerSecond how fast the base model embeds here; 0 if nothing was embedded
record BaseRanking(Optional<Finding.Unranked> finding, double tokensPerSecond) {
  static final int DEPTH = 50;

  private static final int QUESTIONS = 500;
  private static final double SECONDS = 12;

  /// So many passages are embedded between two looks at the clock.
  private static final int GROUP = 8;

  static BaseRanking of(RunInputs inputs, Embedder base, Progress progress) {
    var corpus = inputs.data().corpus();
    var answers = new LinkedHashSet<String>();
    var pairs = new ArrayList<Example>();
    for (var example : inputs.examples()) {
      if (example.source() == 0 && ranked(example)) {
        pairs.add(example);
        answers.add(example.second().id());
      }
    }
    var order = order(answers, corpus);
    var vectors = new HashMap<String, float[]>();
    var speed = embed(order, corpus, base, vectors, progress);
    if (pairs.isEmpty() || corpus.size() <= DEPTH) {
      return new BaseRanking(Optional.empty(), speed);
    }
    var asked =
        pairs.stream()
            .filter(pair -> vectors.containsKey(pair.second().id()))
            .limit(QUESTIONS)
            .toList();
    var questions =
        base.embed(
            asked.stream().map(pair -> inputs.plain(pair.texts().getFirst())).toList(),
            InputType.QUERY,
            Progress.none());
    var misses = new ArrayList<Finding.Miss>();
    for (var i = 0; i < questions.length; i++) {
      var pair = asked.get(i);
      var rank = rank(questions[i], pair.second().id(), vectors, base.similarity(), corpus.size());
      if (rank > DEPTH) {
        misses.add(
            new Finding.Miss(
                pair.first(),
                inputs.plain(pair.texts().getFirst()),
                pair.second().id(),
                inputs.plain(pair.second()),
                rank));
      }
    }
    misses.sort(Comparator.comparingInt(Finding.Miss::rank).reversed());
    var finding =
        misses.isEmpty()
            ? Optional.<Finding.Unranked>empty()
            : Optional.of(
                new Finding.Unranked(
                    DEPTH, asked.size(), vectors.size(), vectors.size() < corpus.size(), misses));
    return new BaseRanking(finding, speed);
  }

  /// Whether the second text is a passage that answers the first.
  private static boolean ranked(Example example) {
    var targets = example.targets();
    return example.texts().size() > 1
        && example.texts().getFirst().side() == InputType.QUERY
        && (targets.isEmpty() || targets.size() > 1 || targets.getFirst() > .5);
  }

  private static List<String> order(LinkedHashSet<String> answers, Map<String, String> corpus) {
    var first = new ArrayList<>(answers);
    var others =
        new ArrayList<>(corpus.keySet().stream().filter(i -> !answers.contains(i)).toList());
    var random = new Random(42);
    Collections.shuffle(first, random);
    Collections.shuffle(others, random);
    var order = new ArrayList<String>();
    for (var i = 0; i < Math.max(first.size(), others.size()); i++) {
      if (i < first.size()) {
        order.add(first.get(i));
      }
      if (i < others.size()) {
        order.add(others.get(i));
      }
    }
    return order;
  }

  /// @return tokens a second
  private static double embed(
      List<String> order,
      Map<String, String> corpus,
      Embedder base,
      Map<String, float[]> into,
      Progress progress) {
    progress.begin(Text.of(Preflight.class, "preflight.ranking"), order.size());
    var begin = System.nanoTime();
    var tokens = 0L;
    var seconds = 0.0;
    for (var start = 0; start < order.size(); start += GROUP) {
      progress.checkCancelled();
      var ids = order.subList(start, Math.min(order.size(), start + GROUP));
      var texts = ids.stream().map(id -> corpus.getOrDefault(id, "")).toList();
      var groupBegin = System.nanoTime();
      var vectors = base.embed(texts, InputType.PASSAGE, Progress.none());
      // The first group also warms up.
      if (start > 0 || order.size() <= GROUP) {
        seconds += (System.nanoTime() - groupBegin) / 1e9;
        tokens +=
            IntStream.of(base.tokenCounts(texts, InputType.PASSAGE))
                .map(count -> Math.min(count, base.maxTokens()))
                .sum();
      }
      for (var i = 0; i < vectors.length; i++) {
        into.put(ids.get(i), vectors[i]);
      }
      progress.advance(ids.size());
      if ((System.nanoTime() - begin) / 1e9 > SECONDS) {
        break;
      }
    }
    return seconds == 0 ? 0 : tokens / seconds;
  }

  /// From 1; where the vectors are a sample of `all` passages, the number of those before it is
  /// scaled up.
  private static int rank(
      float[] question,
      String answer,
      Map<String, float[]> vectors,
      Similarity similarity,
      int all) {
    var own = score(question, vectors.get(answer), similarity);
    var before =
        vectors.values().stream()
            .filter(vector -> score(question, vector, similarity) > own)
            .count();
    return (int) Math.round(1 + before * (all - 1.0) / Math.max(1, vectors.size() - 1));
  }

  private static double score(float[] a, float @Nullable [] b, Similarity similarity) {
    if (b == null) {
      return Double.NEGATIVE_INFINITY;
    }
    double dot = 0;
    double lengths = 0;
    for (var i = 0; i < b.length; i++) {
      dot += (double) a[i] * b[i];
      lengths += (double) b[i] * b[i];
    }
    return similarity == Similarity.DOT || lengths == 0 ? dot : dot / Math.sqrt(lengths);
  }
}
