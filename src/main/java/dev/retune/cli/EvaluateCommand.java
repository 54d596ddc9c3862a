package dev.retune.cli;

import dev.retune.dataset.DatasetReader;
import dev.retune.dataset.Split;
import dev.retune.encoder.DeviceChoice;
import dev.retune.encoder.EmbedOptions;
import dev.retune.encoder.Precision;
import dev.retune.encoder.Similarity;
import dev.retune.retrieval.Evaluation;
import dev.retune.retrieval.EvaluationOptions;
import dev.retune.retrieval.InformationRetrievalCsv;
import dev.retune.retrieval.Interval;
import dev.retune.retrieval.MetricConvention;
import dev.retune.text.Problem;
import dev.retune.workflow.EvaluateModel;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/// Measures a model on a dataset, beside BM25.
@CommandLine.Command(mixinStandardHelpOptions = true)
final class EvaluateCommand extends Command {
  @Option(names = "--model", required = true, paramLabel = "<id|folder>")
  String model;

  @Option(names = "--dataset", required = true, paramLabel = "<path>")
  Path dataset;

  @Option(names = "--split", paramLabel = "train|validation|test")
  @Nullable String split;

  @Option(names = "--similarity", paramLabel = "cosine|dot")
  @Nullable Similarity similarity;

  @Option(names = "--convention", paramLabel = "sentence_transformers|trec_eval")
  MetricConvention convention = MetricConvention.SENTENCE_TRANSFORMERS;

  @Option(names = {"--prompt", "--query-prompt"})
  @Nullable String queryPrompt;

  @Option(names = "--precision", paramLabel = "auto|fp32|bf16|fp16")
  Precision precision = Precision.FP32;

  @Option(names = "--device", paramLabel = "auto|cpu|cuda")
  DeviceChoice device = DeviceChoice.AUTO;

  @Option(names = "--csv", paramLabel = "<folder>")
  @Nullable Path csv;

  @Option(
      names = {"--truncate-dim", "--dimensions"},
      paramLabel = "<dimension>",
      split = ",")
  List<Integer> dimensions = List.of();

  @CommandLine.Mixin ScoringOptions scoring = new ScoringOptions();

  @SuppressWarnings("NullAway.Init") // picocli sets what is required
  EvaluateCommand(Context context) {
    super(context);
  }

  /// What `--json` prints.
  ///
  /// @param queries those with an answer; only they are measured
  /// @param metrics of the model, by windows where these are asked for
  /// @param truncated share of all texts that the model cannot read to the end
  /// @param truncatedPassages the same of the passages alone
  /// @param plain metrics of the model by whole passages, where windows are asked for
  /// @param hybrid metrics of the model joined with BM25, where that is asked for
  /// @param hybridWeight how much BM25 counts there
  /// @param dimensions metrics of the model with vectors cut to these lengths, where that is asked
  ///   for
  private record Measured(
      String model,
      int corpus,
      int queries,
      Map<String, Double> metrics,
      Map<String, Double> bm25,
      double truncated,
      double seconds,
      double truncatedPassages,
      Map<String, Interval> intervals,
      Map<String, Interval> overBm25,
      @Nullable Map<String, Double> plain,
      @Nullable Map<String, Double> hybrid,
      @Nullable Double hybridWeight,
      @Nullable Map<Integer, Map<String, Double>> dimensions) {}

  @Override
  public Integer call() {
    var set = DatasetReader.read(dataset, split());
    var kinds = scoring.scoring(workbench().models().find(model));
    var validation = kinds.choosesWeight() ? DatasetReader.read(dataset, Split.VALIDATION) : null;
    var options = new EvaluationOptions(EvaluationOptions.STANDARD.cutoffs(), convention);
    var embedding =
        EmbedOptions.defaults()
            .withSimilarity(similarity)
            .withPrecision(precision)
            .withDevice(device);
    var begin = System.nanoTime();
    var report =
        new EvaluateModel(workbench())
            .run(
                model,
                set,
                embedding,
                queryPrompt,
                kinds,
                validation,
                dimensions,
                options,
                context.progress());
    var seconds = (System.nanoTime() - begin) / 1e9;
    if (csv != null) {
      writeCsv(csv, report);
    }
    var cut = report.truncation();
    var measured =
        new Measured(
            report.model(),
            set.corpus().size(),
            set.answerable(),
            report.evaluation().metrics(),
            report.bm25().metrics(),
            cut.share(),
            seconds,
            cut.passageShare(),
            report.intervals(),
            report.overBm25(),
            metrics(report.plain()),
            metrics(report.hybrid()),
            report.hybridWeight(),
            cut(report.dimensions()));
    return result(measured, () -> print(measured));
  }

  private static @Nullable Map<String, Double> metrics(@Nullable Evaluation evaluation) {
    return evaluation == null ? null : evaluation.metrics();
  }

  private static @Nullable Map<Integer, Map<String, Double>> cut(
      Map<Integer, Evaluation> evaluations) {
    if (evaluations.isEmpty()) {
      return null;
    }
    var metrics = new LinkedHashMap<Integer, Map<String, Double>>();
    evaluations.forEach((dimension, evaluation) -> metrics.put(dimension, evaluation.metrics()));
    return metrics;
  }

  private @Nullable Split split() {
    var name = split;
    if (name == null) {
      return null;
    }
    return Split.named(name)
        .orElseThrow(() -> Problem.of(EvaluateCommand.class, "split.unknown", name).exception());
  }

  private void writeCsv(Path folder, EvaluateModel.Report report) {
    var metrics = Map.of(report.similarity(), report.evaluation().metrics());
    InformationRetrievalCsv.append(
        folder.resolve(InformationRetrievalCsv.fileName(report.model())),
        new InformationRetrievalCsv.Line(-1, -1, metrics));
  }

  private void print(Measured measured) {
    context.say(
        "evaluate.head",
        measured.model(),
        measured.queries(),
        measured.corpus(),
        Math.round(100 * measured.truncatedPassages()));
    measured
        .metrics()
        .forEach((metric, value) -> {
          var interval = measured.intervals().get(metric);
          var line =
              new StringBuilder(
                  String.format(
                      Locale.ROOT,
                      "  %-14s %.4f  [%.4f, %.4f]",
                      metric,
                      value,
                      interval == null ? value : interval.low(),
                      interval == null ? value : interval.high()));
          append(line, "BM25", measured.bm25().get(metric));
          append(line, "plain", value(measured.plain(), metric));
          append(line, "hybrid", value(measured.hybrid(), metric));
          context.output().line(line.toString());
        });
    if (measured.hybridWeight() != null) {
      context.say("hybrid.weight.used", measured.hybridWeight());
    }
    if (measured.dimensions() != null) {
      new DimensionPrinter(context).print(measured.dimensions());
    }
  }

  private static @Nullable Double value(@Nullable Map<String, Double> metrics, String metric) {
    return metrics == null ? null : metrics.get(metric);
  }

  private static void append(StringBuilder line, String name, @Nullable Double value) {
    if (value != null) {
      line.append(String.format(Locale.ROOT, "  %s %.4f", name, value));
    }
  }
}
