package dev.retune.cli;

import dev.retune.dataset.DatasetReader;
import dev.retune.dataset.Split;
import dev.retune.document.Document;
import dev.retune.text.Problem;
import dev.retune.workflow.BaseModels;
import dev.retune.workflow.CompareOnSet;
import dev.retune.workflow.OpenComparison;
import dev.retune.workflow.ProjectSession;
import dev.retune.workflow.Scoring;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/// Puts base, tuned and BM25 side by side: for one question of a project, or over a dataset.
@CommandLine.Command(mixinStandardHelpOptions = true)
final class CompareCommand extends ProjectCommand {
  @Option(names = "--base", paramLabel = "<id|folder>")
  @Nullable String base;

  @Option(names = "--model", required = true, paramLabel = "<id|folder>")
  String tuned;

  @Option(names = "--question")
  @Nullable String question;

  @Option(names = "--dataset", paramLabel = "<path>")
  @Nullable Path dataset;

  @CommandLine.Mixin ScoringOptions options = new ScoringOptions();

  @SuppressWarnings("NullAway.Init") // picocli sets what is required
  CompareCommand(Context context) {
    super(context);
  }

  @Override
  public Integer call() {
    var scoring = options.scoring(workbench().models().find(tuned));
    if (dataset != null) {
      if (question != null) {
        throw Problem.of(CompareCommand.class, "compare.either").exception();
      }
      return onSet(dataset, scoring);
    }
    try (var session = open()) {
      var models = workbench().models();
      var left = models.find(baseOr(session.model().id()));
      try (var open =
          session.comparing().open(left, models.find(tuned), scoring, context.progress())) {
        return question == null ? onProject(open) : asked(session, open, question);
      }
    }
  }

  private int onSet(Path path, Scoring scoring) {
    var set = DatasetReader.read(path, null);
    var validation = scoring.choosesWeight() ? DatasetReader.read(path, Split.VALIDATION) : null;
    var compared =
        new CompareOnSet(workbench())
            .run(baseOr(BaseModels.ENGLISH), tuned, set, scoring, validation, context.progress());
    return tables(
        ComparisonTables.of(scoring, compared::by, compared.baseWeight(), compared.tunedWeight()),
        set.queries());
  }

  private int onProject(OpenComparison open) {
    var held =
        open.questions().entrySet().stream()
            .findFirst()
            .orElseThrow(() -> Problem.of(CompareCommand.class, "compare.noQuestions").exception());
    return tables(
        ComparisonTables.of(
            open.scoring(),
            kind -> open.measure(held.getKey(), kind, context.progress()),
            open.baseWeight(),
            open.tunedWeight()),
        held.getValue().queries());
  }

  private int tables(ComparisonTables tables, Map<String, String> questions) {
    return result(tables, () -> new ComparisonPrinter(context).print(tables, questions));
  }

  private int asked(ProjectSession session, OpenComparison open, String text) {
    var answer = ComparisonColumns.of(open.scoring(), kind -> open.ask(text, kind));
    return result(
        answer,
        () ->
            new ComparisonPrinter(context)
                .print(
                    answer,
                    document -> session.documents().document(document).map(Document::name)));
  }

  /// The base that was named, else the one that the model was tuned from.
  private String baseOr(String other) {
    if (base != null) {
      return base;
    }
    var lineage = workbench().models().find(tuned).lineage();
    return lineage == null ? other : lineage.baseId();
  }
}
