package dev.retune.training;

import dev.retune.retrieval.Evaluation;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An evaluation as the run folder keeps it: figures for all and for each query, without rankings.
///
/// @param seconds it took
/// @param hybrid the same model joined with BM25; null if not asked for
/// @param dimensions all metrics of vectors cut to each of these lengths; null where not asked for
record StoredEvaluation(
    String name,
    Map<String, Double> metrics,
    Map<String, Map<String, Double>> perQuery,
    double seconds,
    @Nullable StoredEvaluation hybrid,
    @Nullable Map<Integer, Map<String, Double>> dimensions) {

  /// @param cut by dimension; empty where not asked for
  static StoredEvaluation of(Evaluation evaluation, double seconds, Map<Integer, Evaluation> cut) {
    var dimensions = new LinkedHashMap<Integer, Map<String, Double>>();
    cut.forEach((dimension, measured) -> dimensions.put(dimension, measured.metrics()));
    return new StoredEvaluation(
        evaluation.name(),
        evaluation.metrics(),
        evaluation.perQuery(),
        seconds,
        null,
        dimensions.isEmpty() ? null : dimensions);
  }

  /// This evaluation with that of the same model joined with BM25 beside it.
  StoredEvaluation joined(StoredEvaluation other) {
    return new StoredEvaluation(
        name, metrics, perQuery, seconds + other.seconds(), other, dimensions);
  }

  /// Metrics of the model joined with BM25; null if not asked for.
  @Nullable Map<String, Double> hybridMetrics() {
    return hybrid == null ? null : hybrid.metrics();
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
