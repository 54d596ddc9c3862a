package dev.retune.pair;

/// How pairs are shared out; the three add up to 1.
public record Shares(double train, double validation, double test) {

  /// Enough pairs for a validation and a test split that say something.
  private static final int ENOUGH_FOR_TEST = 200;

  public Shares {
    if (train < 0 || validation < 0 || test < 0 || Math.abs(train + validation + test - 1) > 1e-6) {
      throw new IllegalArgumentException("shares must not be negative and must add up to 1");
    }
  }

  /// 70 / 15 / 15, or 75 / 25 / 0 where there are too few pairs for three parts.
  public static Shares recommended(int pairs) {
    return pairs >= ENOUGH_FOR_TEST ? new Shares(.70, .15, .15) : new Shares(.75, .25, 0);
  }
}
