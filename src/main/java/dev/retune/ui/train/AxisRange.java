package dev.retune.ui.train;

/// The part of an axis that is shown: round bounds around the values, with a step of 1, 2 or 5
/// times a power of ten.
///
/// @param step between two ticks
record AxisRange(double lower, double upper, double step) {
  private static final int TICKS = 6;

  /// The range around `low` to `high`, widened to `least` about their middle, so that an axis does
  /// not blow a small difference up. It goes below zero only where the values do.
  static AxisRange around(double low, double high, double least) {
    var span = Math.max(high - low, Math.max(least, 1e-6));
    var from = (low + high - span) / 2;
    if (low >= 0 && from < 0) {
      from = 0;
    }
    var step = step(span);
    var lower = Math.floor(from / step + 1e-9) * step;
    var upper = Math.ceil(Math.max(high, from + span) / step - 1e-9) * step;
    return new AxisRange(lower, upper, step);
  }

  private static double step(double span) {
    var unit = Math.pow(10, Math.floor(Math.log10(span / TICKS)));
    for (var factor : new double[] {1, 2, 5}) {
      if (span / (unit * factor) <= TICKS) {
        return unit * factor;
      }
    }
    return unit * 10;
  }

  /// Decimals that tell the ticks apart, at least two.
  int decimals() {
    return Math.max(2, (int) Math.ceil(-Math.log10(step) - 1e-9));
  }
}
