package dev.retune.cli;

import dev.retune.retrieval.MetricRow;
import dev.retune.retrieval.QueryOutcome;
import dev.retune.retrieval.QueryOutcome.Kind;
import dev.retune.workflow.SideBySide;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/// Prints a comparison in words.
record ComparisonPrinter(Context context) {
  private static final int SHOWN = 20;
  private static final int TEXT = 90;

  /// @param questions text by query id
  void print(ComparisonTables tables, Map<String, String> questions) {
    rows(tables.metrics());
    if (tables.plain() != null) {
      context.output().line("plain");
      rows(tables.plain().metrics());
    }
    if (tables.hybrid() != null) {
      context.output().line("hybrid");
      rows(tables.hybrid().metrics());
    }
    if (tables.baseWeight() != null && tables.tunedWeight() != null) {
      context.say("hybrid.weights.used", tables.baseWeight(), tables.tunedWeight());
    }
    outcomes(tables.questions(), questions);
    context.say("report.verdict." + tables.verdict().name().toLowerCase(Locale.ROOT), "ndcg@10");
  }

  private void rows(List<MetricRow> rows) {
    for (var row : rows) {
      context
          .output()
          .line(
              String.format(
                  Locale.ROOT,
                  "  %-14s %.4f  %.4f  BM25 %.4f  %+.4f [%+.4f, %+.4f]",
                  row.metric(),
                  row.base(),
                  row.tuned(),
                  row.bm25(),
                  row.change().mean(),
                  row.change().low(),
                  row.change().high()));
    }
  }

  private void outcomes(List<QueryOutcome> outcomes, Map<String, String> questions) {
    context.say(
        "compare.counts",
        count(outcomes, Kind.WON),
        count(outcomes, Kind.LOST),
        count(outcomes, Kind.SAME));
    outcomes.stream()
        .filter(outcome -> outcome.kind() != Kind.SAME)
        .limit(SHOWN)
        .forEach(outcome ->
            context
                .output()
                .line(
                    "  "
                        + outcome.baseRank()
                        + " → "
                        + outcome.tunedRank()
                        + "  "
                        + questions.getOrDefault(outcome.queryId(), "")));
  }

  private static long count(List<QueryOutcome> outcomes, Kind kind) {
    return outcomes.stream().filter(outcome -> outcome.kind() == kind).count();
  }

  /// @param names name of a document
  void print(ComparisonColumns answer, Function<UUID, Optional<String>> names) {
    column("base", answer.base(), names);
    column("tuned", answer.tuned(), names);
    if (answer.plain() != null) {
      column("base, plain", answer.plain().base(), names);
      column("tuned, plain", answer.plain().tuned(), names);
    }
    if (answer.hybrid() != null) {
      column("base, hybrid", answer.hybrid().base(), names);
      column("tuned, hybrid", answer.hybrid().tuned(), names);
    }
    column("BM25", answer.bm25(), names);
  }

  private void column(
      String title, List<SideBySide.Result> results, Function<UUID, Optional<String>> names) {
    context.output().line(title);
    for (var result : results) {
      var text = result.chunk().whole().strip().replaceAll("\\s+", " ");
      context
          .output()
          .line(
              String.format(
                  Locale.ROOT,
                  "  %2d %s %.4f  %s p. %d  %s",
                  result.rank(),
                  result.right() ? "✓" : " ",
                  result.score(),
                  names.apply(result.chunk().documentId()).orElse(""),
                  result.chunk().locator().firstPage(),
                  text.substring(0, Math.min(TEXT, text.length()))));
    }
  }
}
