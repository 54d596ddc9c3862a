package dev.retune.retrieval;

/// A mean and its 95 % interval.
public record Interval(double mean, double low, double high) {

  /// Whether the whole interval lies above zero.
  public boolean aboveZero() {
    return low > 0;
  }

  /// Whether the whole interval lies below zero.
  public boolean belowZero() {
    return high < 0;
  }
}
