package dev.retune.training;

import dev.retune.retrieval.Evaluation;
import java.util.Map;

/// An evaluation as the run folder keeps it: figures for all and for each query, without rankings.
///
/// @param seconds it took
record StoredEvaluation(
    String name,
    Map<String, Double> metrics,
    Map<String, Map<String, Double>> perQuery,
    double seconds) {

  static StoredEvaluation of(Evaluation evaluation, double seconds) {
    return new StoredEvaluation(
        evaluation.name(), evaluation.metrics(), evaluation.perQuery(), seconds);
  }

  double score(String metric) {
    return metrics.getOrDefault(metric, Double.NaN);
  }

  /// One metric of every query, in the order of the queries.
  double[] values(String metric) {
    return perQuery.values().stream()
        .mapToDouble(ofQuery -> ofQuery.getOrDefault(metric, 0.0))
        .toArray();
  }
}
