package dev.retune.training;

import ai.djl.ndarray.NDManager;
import dev.retune.dataset.Split;
import dev.retune.dataset.TrainingData;
import dev.retune.encoder.Model;
import dev.retune.encoder.NativeLibraries;
import dev.retune.task.Progress;
import dev.retune.text.Problem;
import dev.retune.text.ProblemException;
import dev.retune.text.Text;
import dev.retune.training.preflight.Finding;
import dev.retune.training.preflight.TextChecks;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Looks at data, settings, model and machine before a training, within seconds: what is wrong with
/// the texts, what the base model cannot find yet, and what the training will take, from a few
/// steps tried here. Nothing is kept.
public final class Preflight {
  private final Model base;
  private final TrainingData data;
  private final TrainingSettings settings;
  private final List<AuxiliaryData> auxiliary;
  private final List<Problem> refused;
  private final Progress progress;
  private final List<Finding> findings = new ArrayList<>();

  private Preflight(
      Model base,
      TrainingData data,
      TrainingSettings settings,
      List<AuxiliaryData> auxiliary,
      List<Problem> refused,
      Progress progress) {
    this.base = base;
    this.data = data;
    this.settings = settings;
    this.auxiliary = auxiliary;
    this.refused = refused;
    this.progress = progress;
  }

  /// @param auxiliary what else will be learned from
  /// @param refused why other datasets cannot be learned from as they were meant to
  /// @throws dev.retune.text.ProblemException if the model cannot be opened
  /// @throws java.util.concurrent.CancellationException if cancelled
  public static PreflightReport of(
      Model base,
      TrainingData data,
      TrainingSettings settings,
      List<AuxiliaryData> auxiliary,
      List<Problem> refused,
      Progress progress) {
    return new Preflight(base, data, settings, auxiliary, refused, progress).run();
  }

  private PreflightReport run() {
    NativeLibraries.stayOffline();
    progress.begin(Text.of(Preflight.class, "preflight.texts"), 0);
    findings.addAll(TextChecks.of(data, base, RunInputs.prompts(base, settings)));
    progress.checkCancelled();
    var inputs = inputs();
    var expected = inputs == null ? null : tried(inputs);
    return new PreflightReport(
        findings,
        inputs == null ? data.rows(Split.TRAIN).size() : inputs.examples().size(),
        data.corpus().size(),
        questions(Split.VALIDATION),
        questions(Split.TEST),
        expected);
  }

  private int questions(Split split) {
    return data.hasEvaluation(split) ? data.evaluation(split).answerable() : 0;
  }

  private @Nullable RunInputs inputs() {
    if (!refused.isEmpty()) {
      refused.forEach(problem -> findings.add(new Finding.Refused(problem)));
      return null;
    }
    try {
      AuxiliaryData.checkShares(AuxiliaryData.shares(auxiliary));
      return RunInputs.of("", base, data, settings, auxiliary);
    } catch (ProblemException e) {
      findings.add(new Finding.Refused(e.problem()));
      return null;
    }
  }

  private PreflightReport.@Nullable Expected tried(RunInputs inputs) {
    try (var root = NativeLibraries.root();
        var manager = root.newSubManager(NativeLibraries.device(inputs.settings().device()))) {
      return tried(PrecisionChoice.tried(inputs, manager), manager);
    } catch (ProblemException e) {
      findings.add(new Finding.Refused(e.problem()));
      return null;
    }
  }

  private PreflightReport.Expected tried(RunInputs inputs, NDManager manager) {
    try (var learner = Learner.open(inputs, manager)) {
      var load = TokenLoad.of(inputs, learner.embedder());
      findings.addAll(QuickChecks.of(inputs, learner.embedder()));
      progress.checkCancelled();
      var ranking = BaseRanking.of(inputs, learner.untuned(), progress);
      ranking.finding().ifPresent(findings::add);
      var memory = MemoryEstimate.of(inputs, learner);
      if (memory.exceedsMachine()) {
        findings.add(new Finding.LowMemory(memory.megabytes(), MemoryEstimate.machineMegabytes()));
      }
      var trial = Trial.of(inputs, learner, memory, manager, progress);
      return Forecast.of(inputs, load, ranking.tokensPerSecond(), trial, memory.megabytes());
    }
  }
}
