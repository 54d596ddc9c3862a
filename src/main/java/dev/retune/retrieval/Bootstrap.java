package dev.retune.retrieval;

/// How sure a mean over queries is: percentile bootstrap intervals (Efron and Tibshirani, *An
/// Introduction to the Bootstrap*, chapter 13), which assume nothing about the distribution.
public final class Bootstrap {
  /// Enough for two stable digits.
  public static final int RESAMPLES = 2000;

  private Bootstrap() {}

  /// The mean of `treatment − baseline` over queries measured under both.
  ///
  /// @param baseline one value a query
  /// @param treatment the same queries in the same order
  /// @param resamples how many samples to draw with replacement
  /// @param seed the same seed gives the same interval
  public static Interval paired(double[] baseline, double[] treatment, int resamples, long seed) {
    throw new UnsupportedOperationException();
  }

  /// The mean of `values`.
  public static Interval mean(double[] values, int resamples, long seed) {
    throw new UnsupportedOperationException();
  }
}
