package dev.retune.cli;

import dev.retune.dataset.DatasetReader;
import dev.retune.retrieval.Comparison;
import dev.retune.retrieval.MetricRow;
import dev.retune.retrieval.QueryOutcome;
import dev.retune.text.Problem;
import dev.retune.workflow.BaseModels;
import dev.retune.workflow.CompareOnSet;
import dev.retune.workflow.SideBySide;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/// Puts base, tuned and BM25 side by side: for one question of a project, or over a dataset.
@CommandLine.Command(mixinStandardHelpOptions = true)
final class CompareCommand extends ProjectCommand {
  private static final int SHOWN = 20;

  @Option(names = "--base", paramLabel = "<id|folder>")
  @Nullable String base;

  @Option(names = "--model", required = true, paramLabel = "<id|folder>")
  String tuned;

  @Option(names = "--question")
  @Nullable String question;

  @Option(names = "--dataset", paramLabel = "<path>")
  @Nullable Path dataset;

  @SuppressWarnings("NullAway.Init") // picocli sets what is required
  CompareCommand(Context context) {
    super(context);
  }

  private record Table(List<MetricRow> metrics, List<QueryOutcome> questions) {}

  @Override
  public Integer call() {
    if (dataset != null) {
      if (question != null) {
        throw Problem.of(CompareCommand.class, "compare.either").exception();
      }
      var set = DatasetReader.read(dataset, null);
      var comparison =
          new CompareOnSet(workbench())
              .run(baseOr(BaseModels.ENGLISH), tuned, set, context.progress());
      return table(comparison, set.queries());
    }
    try (var session = open()) {
      var models = workbench().models();
      var left = models.find(baseOr(session.model().id()));
      try (var open = session.comparing().open(left, models.find(tuned), context.progress())) {
        if (question != null) {
          return columns(open.ask(question));
        }
        var held =
            open.questions().entrySet().stream()
                .findFirst()
                .orElseThrow(
                    () -> Problem.of(CompareCommand.class, "compare.noQuestions").exception());
        return table(open.measure(held.getKey(), context.progress()), held.getValue().queries());
      }
    }
  }

  /// The base that was named, else the one that the model was tuned from.
  private String baseOr(String other) {
    if (base != null) {
      return base;
    }
    var lineage = workbench().models().find(tuned).lineage();
    return lineage == null ? other : lineage.baseId();
  }

  private int columns(SideBySide answer) {
    return result(
        answer,
        () -> {
          column("base", answer.base());
          column("tuned", answer.tuned());
          column("BM25", answer.bm25());
        });
  }

  private void column(String title, List<SideBySide.Result> results) {
    context.output().line(title);
    for (var result : results) {
      var text = result.chunk().text().strip().replaceAll("\\s+", " ");
      context
          .output()
          .line(
              String.format(
                  Locale.ROOT,
                  "  %2d %s %.4f  p. %d  %s",
                  result.rank(),
                  result.right() ? "✓" : " ",
                  result.score(),
                  result.chunk().locator().firstPage(),
                  text.substring(0, Math.min(90, text.length()))));
    }
  }

  private int table(Comparison comparison, Map<String, String> questions) {
    return result(
        new Table(comparison.table(), comparison.outcomes()),
        () -> {
          for (var row : comparison.table()) {
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
          context.say(
              "compare.counts",
              comparison.count(QueryOutcome.Kind.WON),
              comparison.count(QueryOutcome.Kind.LOST),
              comparison.count(QueryOutcome.Kind.SAME));
          comparison.outcomes().stream()
              .filter(outcome -> outcome.kind() != QueryOutcome.Kind.SAME)
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
        });
  }
}
