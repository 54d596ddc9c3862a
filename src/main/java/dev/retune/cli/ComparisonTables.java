package dev.retune.cli;

import dev.retune.retrieval.Comparison;
import dev.retune.retrieval.MetricRow;
import dev.retune.retrieval.QueryOutcome;
import dev.retune.retrieval.Verdict;
import dev.retune.workflow.Scoring;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What `compare --json` prints of a set of questions.
///
/// @param verdict on the tuned model against its base, by NDCG@10 of `metrics`
/// @param metrics of the models, by windows where these are asked for
/// @param questions what tuning did to each
/// @param plain the same by whole passages, where windows are asked for
/// @param hybrid the same with BM25 joined, where that is asked for
/// @param baseWeight how much BM25 counts in the base model's hybrid scores
/// @param tunedWeight how much BM25 counts in the tuned model's hybrid scores
record ComparisonTables(
    Verdict verdict,
    List<MetricRow> metrics,
    List<QueryOutcome> questions,
    @Nullable Table plain,
    @Nullable Table hybrid,
    @Nullable Double baseWeight,
    @Nullable Double tunedWeight) {
  private static final String METRIC = "ndcg@10";

  /// One kind of scoring.
  record Table(List<MetricRow> metrics, List<QueryOutcome> questions) {
    static Table of(Comparison comparison) {
      return new Table(comparison.table(), comparison.outcomes());
    }
  }

  /// @param comparison by each kind that `scoring` has
  static ComparisonTables of(
      Scoring scoring,
      Function<Scoring.Kind, Comparison> comparison,
      @Nullable Double baseWeight,
      @Nullable Double tunedWeight) {
    var main = comparison.apply(scoring.model());
    return new ComparisonTables(
        main.row(METRIC).verdict(),
        main.table(),
        main.outcomes(),
        scoring.windows() == null ? null : Table.of(comparison.apply(Scoring.Kind.PLAIN)),
        scoring.hybrid() == null ? null : Table.of(comparison.apply(Scoring.Kind.HYBRID)),
        baseWeight,
        tunedWeight);
  }
}
