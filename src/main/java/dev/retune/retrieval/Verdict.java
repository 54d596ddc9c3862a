package dev.retune.retrieval;

/// Whether a tuned model is better than its base, by one rule wherever it is asked: in a run's
/// report, after `train`, on the screen Train, in `compare` and on the screen Compare.
///
/// The rule. On the chosen metric take the paired difference tuned − base of every query, and the
/// 95 % percentile bootstrap interval of their mean ([Bootstrap#paired], [Bootstrap#RESAMPLES]
/// samples). The verdict is [#WIN] where the whole interval lies above zero, [#REGRESSION] where it
/// lies below, else [#MARGINAL]; always [#MARGINAL] with fewer than [#FEWEST_QUERIES] queries,
/// because then each of them decides alone.
public enum Verdict {
  /// Better: the whole interval of the gain lies above zero.
  WIN,
  /// Not certain: the interval includes zero, or there are too few queries.
  MARGINAL,
  /// Worse: the whole interval lies below zero.
  REGRESSION;

  /// With fewer queries nothing is certain.
  public static final int FEWEST_QUERIES = 10;

  /// @param gain tuned − base on the chosen metric
  /// @param queries that the gain is the mean of
  public static Verdict of(Interval gain, int queries) {
    if (queries < FEWEST_QUERIES) {
      return MARGINAL;
    }
    if (gain.aboveZero()) {
      return WIN;
    }
    return gain.belowZero() ? REGRESSION : MARGINAL;
  }
}
