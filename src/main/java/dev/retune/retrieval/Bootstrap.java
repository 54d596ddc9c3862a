package dev.retune.retrieval;

import java.util.Arrays;
import java.util.SplittableRandom;

/// How sure a mean over queries is: percentile bootstrap intervals (Efron and Tibshirani, *An
/// Introduction to the Bootstrap*, chapter 13), which assume nothing about the distribution.
public final class Bootstrap {
  /// Enough for two stable digits.
  public static final int RESAMPLES = 2000;

  private Bootstrap() {}

  /// The mean of `treatment − baseline` over queries measured under both, with its 95 % interval.
  ///
  /// @param baseline one value a query
  /// @param treatment the same queries in the same order
  /// @param resamples how many samples to draw with replacement
  /// @param seed the same seed gives the same interval
  public static Interval paired(double[] baseline, double[] treatment, int resamples, long seed) {
    return mean(differences(baseline, treatment), resamples, seed);
  }

  /// The mean of `values`, with its 95 % interval.
  public static Interval mean(double[] values, int resamples, long seed) {
    return means(new double[][] {values}, resamples, seed)[0];
  }

  static double[] differences(double[] baseline, double[] treatment) {
    if (baseline.length != treatment.length) {
      throw new IllegalArgumentException(
          baseline.length + " baseline values, " + treatment.length + " under treatment");
    }
    var differences = new double[baseline.length];
    Arrays.setAll(differences, i -> treatment[i] - baseline[i]);
    return differences;
  }

  /// The means of several values of the same queries. All are taken over the same samples, so each
  /// interval is what [#mean] gives for that column alone.
  ///
  /// @param columns `[values][queries]`, at least one query
  static Interval[] means(double[][] columns, int resamples, long seed) {
    int queries = columns[0].length;
    if (queries == 0 || resamples < 1) {
      throw new IllegalArgumentException(queries + " values, " + resamples + " resamples");
    }
    // One query after the other in memory: a sample then adds whole rows.
    var rows = new double[queries][columns.length];
    for (int c = 0; c < columns.length; c++) {
      for (int i = 0; i < queries; i++) {
        rows[i][c] = columns[c][i];
      }
    }
    var random = new SplittableRandom(seed);
    var means = new double[columns.length][resamples];
    var sums = new double[columns.length];
    for (int r = 0; r < resamples; r++) {
      Arrays.fill(sums, 0);
      for (int i = 0; i < queries; i++) {
        var row = rows[random.nextInt(queries)];
        for (int c = 0; c < sums.length; c++) {
          sums[c] += row[c];
        }
      }
      for (int c = 0; c < sums.length; c++) {
        means[c][r] = sums[c] / queries;
      }
    }
    var intervals = new Interval[columns.length];
    for (int c = 0; c < columns.length; c++) {
      Arrays.sort(means[c]);
      intervals[c] =
          new Interval(
              Arrays.stream(columns[c]).sum() / queries,
              quantile(means[c], 0.025),
              quantile(means[c], 0.975));
    }
    return intervals;
  }

  /// By linear interpolation between the two nearest, as `numpy.percentile` does.
  private static double quantile(double[] sorted, double share) {
    double at = share * (sorted.length - 1);
    int below = (int) at;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
  }
}
