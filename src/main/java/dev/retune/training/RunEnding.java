package dev.retune.training;

import dev.retune.dataset.RetrievalSet;
import dev.retune.dataset.Split;
import dev.retune.encoder.EmbedOptions;
import dev.retune.encoder.Embedder;
import dev.retune.encoder.InputType;
import dev.retune.encoder.Model;
import dev.retune.file.Json;
import dev.retune.retrieval.Bootstrap;
import dev.retune.retrieval.CachedEmbedder;
import dev.retune.retrieval.Interval;
import dev.retune.retrieval.VectorCache;
import dev.retune.retrieval.Verdict;
import dev.retune.task.Progress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What stays of a run: the model folder with the best weights, and the report.
final class RunEnding {
  private static final String TEST = Split.TEST.id();

  private final RunFolder run;
  private final RunInputs inputs;
  private final Narrator narrator;
  private final Checkpoints checkpoints;

  RunEnding(RunFolder run, RunInputs inputs, Narrator narrator, Checkpoints checkpoints) {
    this.run = run;
    this.inputs = inputs;
    this.narrator = narrator;
    this.checkpoints = checkpoints;
  }

  /// Writes model and report.
  ///
  /// @throws dev.retune.text.ProblemException if the disk is full or gone; the checkpoints stand
  void write(TrainingLoop.Outcome outcome, Position.Best best) {
    var baseline = outcome.baseline();
    var tuned = checkpoints.bestEvaluation(best.step());
    var set = inputs.validation();
    var load = outcome.load();
    var validation =
        result(
            set,
            load.truncatedQueries(),
            load.truncatedPassages(),
            baseline.base(),
            tuned,
            baseline.bm25());
    new TunedFolder(run.modelFolder(), inputs, checkpoints)
        .write(
            checkpoints.bestWeights(best.step()),
            ReportCard.of(run, inputs, best.step(), validation));
    var test = inputs.test() == null ? null : test(best.step(), inputs.test());
    var forgetting = inputs.settings().forgettingCheck() ? forgetting(best.step()) : null;
    var decisive = test == null ? validation : test;
    Json.write(
        run.reportFile(),
        new RunReport(
            RunReport.SCHEMA,
            run.id(),
            inputs.base().name(),
            metric(),
            verdict(decisive),
            outcome.step(),
            best.step(),
            outcome.stopped(),
            outcome.seconds(),
            outcome.secondsPerStep(),
            PeakMemory.mebibytes(),
            validation,
            test,
            inputs.settings().retrieval(),
            forgetting));
  }

  /// What was forgotten is also said as a warning.
  private Forgetting forgetting(int step) {
    var forgetting =
        ForgettingCheck.of(run, inputs).run(inputs.base(), Model.read(run.modelFolder()));
    forgetting
        .problems(inputs.settings().method())
        .forEach(problem -> narrator.warning(step, problem));
    return forgetting;
  }

  private RunReport.Result test(int step, RetrievalSet set) {
    var quality = new Quality(set, inputs.settings().retrieval(), inputs.settings().dimensions());
    var bm25 = quality.ofBm25(Progress.none());
    narrator.evaluation(RunEvent.Subject.BM25, 0, TEST, bm25, false);
    var options = EmbedOptions.defaults().withPrompts(inputs.prompts());
    StoredEvaluation base;
    double queries;
    double passages;
    try (var embedder = inputs.base().open(options, this::kept)) {
      base = quality.of(embedder, Progress.none());
      queries = TokenLoad.share(set, embedder, InputType.QUERY);
      passages =
          inputs.settings().retrieval().windows() == null
              ? TokenLoad.share(set, embedder, InputType.PASSAGE)
              : 0;
    }
    narrator.evaluation(RunEvent.Subject.BASE, 0, TEST, base, false);
    StoredEvaluation tuned;
    try (var embedder = Model.read(run.modelFolder()).open(options, this::kept)) {
      tuned = quality.of(embedder, Progress.none());
    }
    narrator.evaluation(RunEvent.Subject.TUNED, step, TEST, tuned, false);
    return result(set, queries, passages, base, tuned, bm25);
  }

  private Embedder kept(Embedder vectors) {
    return new CachedEmbedder(vectors, new VectorCache(checkpoints.vectors()));
  }

  private RunReport.Result result(
      RetrievalSet set,
      double truncatedQueries,
      double truncatedPassages,
      StoredEvaluation base,
      StoredEvaluation tuned,
      StoredEvaluation bm25) {
    return new RunReport.Result(
        set.corpus().size(),
        set.answerable(),
        truncatedQueries,
        truncatedPassages,
        base.metrics(),
        tuned.metrics(),
        bm25.metrics(),
        gains(base, tuned),
        gains(bm25, tuned),
        hybrid(base, tuned),
        cut(base, tuned));
  }

  private RunReport.@Nullable Hybrid hybrid(StoredEvaluation base, StoredEvaluation tuned) {
    var before = base.hybrid();
    var after = tuned.hybrid();
    return before == null || after == null
        ? null
        : new RunReport.Hybrid(
            before.metrics(), after.metrics(), gains(before, after), gains(tuned, after));
  }

  /// Null where neither was measured with cut vectors.
  private static @Nullable Map<Integer, RunReport.Cut> cut(
      StoredEvaluation base, StoredEvaluation tuned) {
    var before = base.dimensions();
    var after = tuned.dimensions();
    if (before == null || after == null) {
      return null;
    }
    var cut = new LinkedHashMap<Integer, RunReport.Cut>();
    after.forEach((dimension, metrics) ->
        cut.put(dimension, new RunReport.Cut(before.getOrDefault(dimension, Map.of()), metrics)));
    return cut;
  }

  /// Paired over the queries; the run's own seed, so that a report can be made again.
  private Map<String, Interval> gains(StoredEvaluation from, StoredEvaluation to) {
    var gains = new LinkedHashMap<String, Interval>();
    for (var metric : to.metrics().keySet()) {
      gains.put(
          metric,
          Bootstrap.paired(
              from.values(metric),
              to.values(metric),
              Bootstrap.RESAMPLES,
              inputs.settings().seed()));
    }
    return gains;
  }

  private Verdict verdict(RunReport.Result result) {
    var gain = Objects.requireNonNull(result.overBase().get(metric()));
    return Verdict.of(gain, result.queries());
  }

  private String metric() {
    return inputs.settings().evaluation().metric();
  }
}
