package dev.retune.cli;

import dev.retune.workflow.Scoring;
import dev.retune.workflow.SideBySide;
import dev.retune.workflow.SideBySide.Result;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What `compare --question --json` prints.
///
/// @param base of the base model, by windows where these are asked for
/// @param tuned of the tuned model, by windows where these are asked for
/// @param plain both by whole passages, where windows are asked for
/// @param hybrid both with BM25 joined, where that is asked for
record ComparisonColumns(
    String question,
    boolean judged,
    List<Result> base,
    List<Result> tuned,
    List<Result> bm25,
    @Nullable Columns plain,
    @Nullable Columns hybrid) {

  /// One kind of scoring.
  record Columns(List<Result> base, List<Result> tuned) {
    static Columns of(SideBySide answer) {
      return new Columns(answer.base(), answer.tuned());
    }
  }

  /// @param answer by each kind that `scoring` has
  static ComparisonColumns of(Scoring scoring, Function<Scoring.Kind, SideBySide> answer) {
    var main = answer.apply(scoring.model());
    return new ComparisonColumns(
        main.question(),
        main.judged(),
        main.base(),
        main.tuned(),
        main.bm25(),
        scoring.windows() == null ? null : Columns.of(answer.apply(Scoring.Kind.PLAIN)),
        scoring.hybrid() == null ? null : Columns.of(answer.apply(Scoring.Kind.HYBRID)));
  }
}
