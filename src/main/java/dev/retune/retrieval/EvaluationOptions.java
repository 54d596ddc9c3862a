package dev.retune.retrieval;

import java.util.List;

/// How to measure.
///
/// @param cutoffs ranks at which every metric is given, ascending
/// @param convention whose definitions the figures follow
public record EvaluationOptions(List<Integer> cutoffs, MetricConvention convention) {

  /// Sentence-transformers' definitions at 1, 3, 5, 10 and 100.
  public static final EvaluationOptions STANDARD =
      new EvaluationOptions(List.of(1, 3, 5, 10, 100), MetricConvention.SENTENCE_TRANSFORMERS);

  public EvaluationOptions {
    cutoffs = cutoffs.stream().distinct().sorted().toList();
    if (cutoffs.isEmpty() || cutoffs.getFirst() < 1) {
      throw new IllegalArgumentException("cutoffs must be positive: " + cutoffs);
    }
  }

  /// How deep a ranking must reach.
  public int depth() {
    return cutoffs.getLast();
  }
}
