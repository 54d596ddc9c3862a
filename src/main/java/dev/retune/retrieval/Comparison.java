package dev.retune.retrieval;

import dev.retune.dataset.RetrievalSet;
import java.util.List;

/// Base model, tuned model and BM25 on the same queries.
///
/// @param base evaluation of the base model
/// @param tuned evaluation of the tuned model
/// @param bm25 evaluation of BM25
/// @param outcomes one for each query, biggest change first, then in the order of the queries
/// @param table one row a metric, in the order of the evaluations
public record Comparison(
    Evaluation base,
    Evaluation tuned,
    Evaluation bm25,
    List<QueryOutcome> outcomes,
    List<MetricRow> table) {

  public Comparison {
    outcomes = List.copyOf(outcomes);
    table = List.copyOf(table);
  }

  /// Compares evaluations of the same set.
  ///
  /// @param seed of the intervals
  public static Comparison of(
      RetrievalSet set, Evaluation base, Evaluation tuned, Evaluation bm25, long seed) {
    return new Comparison(
        base,
        tuned,
        bm25,
        Outcomes.of(set, base, tuned, bm25),
        MetricTable.of(base, tuned, bm25, seed));
  }

  /// The line of a metric.
  ///
  /// @throws IllegalArgumentException if it was not measured
  public MetricRow row(String metric) {
    return table.stream()
        .filter(row -> row.metric().equals(metric))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("not measured: " + metric));
  }

  /// How many queries the tuned model won, lost or left the same.
  public long count(QueryOutcome.Kind kind) {
    return outcomes.stream().filter(outcome -> outcome.kind() == kind).count();
  }
}
