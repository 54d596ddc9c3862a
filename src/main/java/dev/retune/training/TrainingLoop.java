package dev.retune.training;

import ai.djl.ndarray.NDManager;
import dev.retune.dataset.Split;
import dev.retune.text.Problem;
import dev.retune.text.ProblemException;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/// Trains from where the run stands to its end: measures the base model first, then step by step,
/// measuring and saving now and then, obeying the person's wishes between steps.
final class TrainingLoop implements AutoCloseable {
  private static final String VALIDATION = Split.VALIDATION.id();

  private final RunInputs inputs;
  private final Narrator narrator;
  private final Checkpoints checkpoints;
  private final Wishes wishes;
  private final Schedule schedule;
  private final Quality quality;
  private final Pace pace = new Pace();
  private final long begin = System.nanoTime();

  private final NDManager manager;
  private final Learner learner;
  private final Optimiser optimiser;
  private final TrainingStep training;
  private WindowChoice windows = WindowChoice.NONE;

  private int step;
  private Position.@Nullable Best best;
  private int waited;
  private double earlierSeconds;
  private int evaluated;
  private int saved;

  TrainingLoop(
      RunInputs inputs,
      Narrator narrator,
      Checkpoints checkpoints,
      Wishes wishes,
      NDManager parent) {
    this.inputs = inputs;
    this.narrator = narrator;
    this.checkpoints = checkpoints;
    this.wishes = wishes;
    schedule = Schedule.of(inputs.settings(), inputs.plan().totalSteps());
    quality = new Quality(inputs.validation(), inputs.settings().retrieval());
    manager = parent.newSubManager();
    learner = Learner.open(inputs, manager);
    optimiser = new Optimiser(manager, learner.parameters(), inputs.settings().weightDecay());
    training = new TrainingStep(inputs.settings(), manager, learner, optimiser);
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
          NativeArrays.fill(learner.parameters(), snapshot.weights());
          optimiser.restore(snapshot.optimiser(), position.step());
          step = position.step();
          best = position.best();
          waited = position.waited();
          earlierSeconds = position.seconds();
          evaluated = best == null ? 0 : step;
          saved = step;
        });
    return step;
  }

  /// @param baseline of an earlier attempt; null to measure it now
  Outcome run(@Nullable Baseline baseline, Path checkpointsFolder) throws InterruptedException {
    var load = TokenLoad.of(inputs, learner.embedder());
    narrator.preflight(load);
    PreflightWarnings.of(inputs, load).forEach(warning -> narrator.warning(step, warning));
    windows = WindowChoice.of(inputs, checkpoints, manager, wishes);
    learner.prepare(checkpoints.vectors(), wishes);
    if (inputs.settings().loss().guided()) {
      var texts = windows.apply(inputs.examples());
      training.follow(Guide.of(inputs, texts, checkpointsFolder, manager, wishes));
    }
    var known = baseline;
    if (known == null) {
      known = measureBaseline();
      known.write(checkpointsFolder);
    }
    pace.evaluation(known.base().seconds());
    var every = every(inputs.settings().evaluation().everySteps(), load);
    ProblemException failure = null;
    try {
      train(every);
    } catch (ProblemException e) {
      failure = e;
    }
    var stopped = wishes.cancelled();
    if (failure == null && !stopped && step < total()) {
      narrator.warning(
          step, Problem.of(TrainingLoop.class, "early", Integer.toString(step), waited));
    }
    wishes.fulfil();
    if (failure == null && (best == null || step == total()) && evaluated < step) {
      evaluate();
    }
    if (failure == null && step == total()) {
      save();
    }
    return new Outcome(step, best, known, load, stopped, failure, seconds(), pace.median());
  }

  private void train(int every) throws InterruptedException {
    var saveEvery = inputs.settings().checkpoints().everySteps();
    while (step < total() && !wishes.cancelled() && !enough()) {
      if (wishes.pause()) {
        pause();
        continue;
      }
      trainOneStep(every);
      try {
        if (step % every == 0 || step == total()) {
          evaluate();
        }
      } catch (CancellationException _) {
        return;
      }
      if (saveEvery == 0 ? evaluated == step : step % saveEvery == 0) {
        save();
      }
    }
  }

  private void trainOneStep(int every) {
    var start = System.nanoTime();
    var next = step + 1;
    var rate = schedule.rate(next);
    var result = training.run(next, windows.apply(inputs.batch(next)), rate);
    step = next;
    var seconds = (System.nanoTime() - start) / 1e9;
    pace.step(seconds);
    var evaluationsLeft = Math.ceilDiv(total() - step, every);
    narrator.step(step, result, rate, seconds, pace, evaluationsLeft);
  }

  private void pause() throws InterruptedException {
    save();
    narrator.paused(step);
    wishes.awaitResume();
    narrator.resumed(step);
  }

  private Baseline measureBaseline() {
    var bm25 = quality.ofBm25(wishes);
    narrator.evaluation(RunEvent.Subject.BM25, 0, VALIDATION, bm25, false);
    var base = quality.of(learner.untuned(), wishes);
    narrator.evaluation(RunEvent.Subject.BASE, 0, VALIDATION, base, false);
    return new Baseline(RunConfiguration.SCHEMA, base, bm25);
  }

  private void evaluate() {
    var evaluation = quality.of(learner.embedder(), wishes);
    evaluated = step;
    pace.evaluation(evaluation.seconds());
    var score = evaluation.score(metric());
    var stopping = inputs.settings().earlyStopping();
    waited = best == null || score > best.score() + stopping.threshold() ? 0 : waited + 1;
    var better = best == null || score > best.score();
    if (better) {
      best = new Position.Best(step, score);
      checkpoints.saveBest(step, NativeArrays.copy(learner.parameters()), evaluation);
    }
    narrator.evaluation(RunEvent.Subject.TUNED, step, VALIDATION, evaluation, better);
  }

  /// Whether the score has stood still for as long as the person has patience.
  private boolean enough() {
    var patience = inputs.settings().earlyStopping().patience();
    return patience > 0 && waited >= patience;
  }

  private void save() {
    if (saved == step) {
      return;
    }
    var name =
        checkpoints.save(
            step,
            best,
            waited,
            seconds(),
            () -> NativeArrays.copy(learner.parameters()),
            optimiser::state,
            inputs.settings().checkpoints().keep());
    saved = step;
    narrator.checkpoint(step, name);
  }

  private int every(int chosen, TokenLoad load) {
    return chosen == 0 ? load.evaluationEvery(total()) : chosen;
  }

  private int total() {
    return inputs.plan().totalSteps();
  }

  private String metric() {
    return inputs.settings().evaluation().metric();
  }

  private double seconds() {
    return earlierSeconds + (System.nanoTime() - begin) / 1e9;
  }

  @Override
  public void close() {
    optimiser.close();
    learner.close();
    manager.close();
  }
}
