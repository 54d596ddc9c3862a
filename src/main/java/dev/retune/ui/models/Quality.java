package dev.retune.ui.models;

import dev.retune.model.ModelEntry;

/// NDCG@10 of a tuned model and of its base on the same questions.
///
/// @param tuned NaN if it was not measured
/// @param base NaN if it was not measured
record Quality(double tuned, double base) implements Comparable<Quality> {
  private static final String METRIC = "ndcg@10";

  static Quality of(ModelEntry entry) {
    var lineage = entry.lineage();
    return lineage == null
        ? new Quality(Double.NaN, Double.NaN)
        : new Quality(
            lineage.metrics().getOrDefault(METRIC, Double.NaN),
            lineage.baseMetrics().getOrDefault(METRIC, Double.NaN));
  }

  boolean known() {
    return !Double.isNaN(tuned) && !Double.isNaN(base);
  }

  double gain() {
    return tuned - base;
  }

  @Override
  public int compareTo(Quality other) {
    return Double.compare(tuned, other.tuned);
  }
}
