package dev.retune.retrieval;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What one searcher achieved on one retrieval set.
///
/// Metrics are named `accuracy@k`, `precision@k`, `recall@k`, `mrr@k`, `ndcg@k` and `map@k` and lie
/// between 0 and 1.
///
/// @param name of the searcher
/// @param metrics mean over the queries, by name
/// @param perQuery metrics by query id, in the order of the queries; only queries with at least one
///   relevant passage
/// @param rankings best first, by query id, as deep as the largest cutoff
public record Evaluation(
    String name,
    Map<String, Double> metrics,
    Map<String, Map<String, Double>> perQuery,
    Map<String, List<Hit>> rankings) {

  public Evaluation {
    metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
    perQuery = Collections.unmodifiableMap(new LinkedHashMap<>(perQuery));
    rankings = Collections.unmodifiableMap(new LinkedHashMap<>(rankings));
  }

  /// One mean.
  ///
  /// @throws IllegalArgumentException if `metric` was not measured
  public double metric(String metric) {
    var value = metrics.get(metric);
    if (value == null) {
      throw new IllegalArgumentException("not measured: " + metric);
    }
    return value;
  }

  /// One metric of every query, in the order of the queries.
  public double[] values(String metric) {
    return perQuery.values().stream()
        .mapToDouble(values -> {
          var value = values.get(metric);
          if (value == null) {
            throw new IllegalArgumentException("not measured: " + metric);
          }
          return value;
        })
        .toArray();
  }
}
