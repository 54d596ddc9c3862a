package dev.retune.training;

import ai.djl.ndarray.NDManager;
import dev.retune.encoder.NativeMemory;
import dev.retune.text.Problem;
import dev.retune.text.ProblemException;
import dev.retune.training.loss.LossSettings;
import dev.retune.training.preflight.Severity;
import dev.retune.training.preflight.TextChecks;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.concurrent.CancellationException;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// Trains from where the run stands to its end: step by step, measuring and saving now and then,
/// obeying the person's wishes between steps.
final class TrainingLoop implements AutoCloseable {
  /// Batches of different lengths leave memory in pieces; more often would cost time, since what is
  /// given back has to be asked for again.
  private static final double TRIM_SECONDS = 10;

  private final RunInputs inputs;
  private final Narrator narrator;
  private final Checkpoints checkpoints;
  private final Wishes wishes;
  private final Schedule schedule;
  private final TrainingState state;
  private final TrainingStep training;
  private final Evaluations evaluations;
  private final Pace pace = new Pace();
  private final LossWatch watch = new LossWatch();
  private final long begin = System.nanoTime();
  private WindowChoice windows = WindowChoice.NONE;

  private int step;
  private double earlierSeconds;
  private int saved;
  private long trimmed = begin;

  TrainingLoop(
      RunInputs inputs,
      Narrator narrator,
      Checkpoints checkpoints,
      Wishes wishes,
      NDManager parent,
      BiFunction<RunInputs, NDManager, Learner> open) {
    this.inputs = inputs;
    this.narrator = narrator;
    this.checkpoints = checkpoints;
    this.wishes = wishes;
    schedule = Schedule.of(inputs.settings(), inputs.plan().totalSteps());
    state = new TrainingState(inputs, parent, open);
    evaluations = new Evaluations(inputs, narrator, checkpoints, wishes, state, pace);
    training =
        new TrainingStep(
            inputs.settings(),
            inputs.losses(),
            state.manager(),
            state.learner(),
            state.optimiser(),
            state.scale(),
            problem -> narrator.warning(step, problem));
  }

  /// How a run ended.
  ///
  /// @param failure why it ended early against the person's wish; null if it did not
  record Outcome(
      int step,
      Position.@Nullable Best best,
      Baseline baseline,
      TokenLoad load,
      boolean stopped,
      @Nullable ProblemException failure,
      double seconds,
      double secondsPerStep) {}

  /// Takes the latest whole checkpoint up, if there is one.
  ///
  /// @return the step it goes on from; 0 from the start
  int restore() {
    checkpoints
        .latest(problem -> narrator.warning(0, problem))
        .ifPresent(snapshot -> {
          var position = snapshot.position();
          state.restore(snapshot);
          step = position.step();
          evaluations.restore(position);
          earlierSeconds = position.seconds();
          saved = step;
        });
    return step;
  }

  /// Takes in what the loss was in earlier attempts, up to the step that the run goes on from.
  void recall(List<RunEvent> events) {
    watch.recall(events, step);
  }

  /// @param baseline of an earlier attempt; null to measure it now
  Outcome run(@Nullable Baseline baseline, Path checkpointsFolder) throws InterruptedException {
    var load = TokenLoad.of(inputs, state.learner().embedder());
    narrator.preflight(load);
    if (step == 0) {
      warn();
    }
    prepare(checkpointsFolder);
    var known = baseline;
    if (known == null) {
      known = evaluations.baseline();
      known.write(checkpointsFolder);
    }
    NativeMemory.trim();
    pace.evaluation(known.base().seconds());
    var measured = inputs.settings().evaluation().steps(inputs.plan(), load);
    ProblemException failure = null;
    try {
      train(measured);
    } catch (ProblemException e) {
      failure = e;
    }
    var stopped = wishes.cancelled();
    wishes.fulfil();
    if (failure == null) {
      finish(stopped);
    }
    var best = evaluations.point().best();
    return new Outcome(step, best, known, load, stopped, failure, seconds(), pace.median());
  }

  /// What has to stand before the first step: the windows that answer, what the method learns
  /// beforehand, and the guide's vectors.
  private void prepare(Path checkpointsFolder) {
    windows = WindowChoice.of(inputs, checkpoints, state.manager(), wishes);
    state.learner().prepare(checkpoints, wishes);
    if (inputs.losses().stream().anyMatch(LossSettings::guided)) {
      var texts = windows.apply(inputs.examples());
      training.follow(Guide.of(inputs, texts, checkpointsFolder, state.manager(), wishes));
    }
  }

  /// Of what the preflight would have warned of, had it been asked, but for what takes time.
  private void warn() {
    var findings = new ArrayList<>(TextChecks.of(inputs.data(), inputs.base(), inputs.prompts()));
    findings.addAll(QuickChecks.of(inputs, state.learner().embedder()));
    findings.stream()
        .filter(finding -> finding.severity() == Severity.WARNING)
        .forEach(finding -> narrator.warning(step, finding.problem()));
  }

  private void train(NavigableSet<Integer> measured) throws InterruptedException {
    var saveEvery = inputs.settings().checkpoints().everySteps();
    while (step < total() && !wishes.cancelled() && !evaluations.point().standsStill()) {
      if (wishes.pause()) {
        pause();
        continue;
      }
      trainOneStep(measured);
      try {
        if (measured.contains(step)) {
          evaluations.measure(step);
        }
      } catch (CancellationException _) {
        return;
      }
      if (saveEvery == 0 ? evaluations.latest() == step : step % saveEvery == 0) {
        save();
      }
    }
  }

  private void trainOneStep(NavigableSet<Integer> measured) {
    var start = System.nanoTime();
    var next = step + 1;
    var rate = schedule.rate(next);
    var batches = inputs.batches(next).stream().map(windows::apply).toList();
    var result = training.run(next, batches, rate);
    step = next;
    if (System.nanoTime() - trimmed > TRIM_SECONDS * 1e9) {
      NativeMemory.trim();
      trimmed = System.nanoTime();
    }
    var seconds = (System.nanoTime() - start) / 1e9;
    pace.step(seconds);
    if (result.leftOut()) {
      return;
    }
    var evaluationsLeft = measured.tailSet(step, false).size();
    narrator.step(step, result, rate, seconds, pace, evaluationsLeft);
    if (watch.exploded(result.loss())) {
      throw Diagnosis.exploded(inputs.settings(), step, result.loss(), watch.usual());
    }
  }

  private void pause() throws InterruptedException {
    save();
    narrator.paused(step);
    wishes.awaitResume();
    narrator.resumed(step);
  }

  /// Measures what was not measured yet, and saves where the run ended.
  private void finish(boolean stopped) {
    var ended = step == total();
    var point = evaluations.point();
    if (!stopped && !ended) {
      narrator.warning(
          step, Problem.of(TrainingLoop.class, "early", Integer.toString(step), point.waited()));
    }
    if ((point.best() == null || ended) && evaluations.latest() < step) {
      evaluations.measure(step);
    }
    if (ended) {
      save();
    }
  }

  private void save() {
    if (saved == step) {
      return;
    }
    var keep = inputs.settings().checkpoints().keep();
    var name = state.save(checkpoints, step, evaluations.point(), seconds(), keep);
    saved = step;
    narrator.checkpoint(step, name);
  }

  private int total() {
    return inputs.plan().totalSteps();
  }

  private double seconds() {
    return earlierSeconds + (System.nanoTime() - begin) / 1e9;
  }

  @Override
  public void close() {
    state.close();
  }
}
