package dev.retune.training;

import ai.djl.ndarray.NDManager;
import dev.retune.dataset.Split;
import dev.retune.encoder.Precision;
import dev.retune.text.Problem;
import dev.retune.text.ProblemException;
import dev.retune.training.loss.LossSettings;
import dev.retune.training.preflight.Severity;
import dev.retune.training.preflight.TextChecks;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.function.BiFunction;
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
  private final @Nullable LossScale scale;
  private final LossWatch watch = new LossWatch();
  private final BestPoint point;
  private WindowChoice windows = WindowChoice.NONE;

  private int step;
  private double earlierSeconds;
  private int evaluated;
  private int saved;

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
    quality =
        new Quality(
            inputs.validation(), inputs.settings().retrieval(), inputs.settings().dimensions());
    point = new BestPoint(inputs.settings().earlyStopping());
    manager = parent.newSubManager();
    learner = open.apply(inputs, manager);
    optimiser =
        new Optimiser(
            manager,
            learner.parameters(),
            inputs.settings().weightDecay(),
            inputs.settings().rates());
    scale =
        inputs.settings().precision() == Precision.FP16
            ? new LossScale(LossScale.GROWTH_INTERVAL)
            : null;
    training =
        new TrainingStep(
            inputs.settings(),
            inputs.losses(),
            manager,
            learner,
            optimiser,
            scale,
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
          NativeArrays.fill(learner.parameters(), snapshot.weights());
          var earlier = position.lossScale();
          if (scale != null && earlier != null) {
            scale.restore(earlier);
          }
          if (position.microBatchTokens() > 0) {
            learner.spare(position.microBatchTokens());
          }
          optimiser.restore(
              snapshot.optimiser(), position.step() - (earlier == null ? 0 : earlier.skipped()));
          step = position.step();
          point.restore(whole(position.best()), position.waited());
          earlierSeconds = position.seconds();
          evaluated = point.best() == null ? 0 : step;
          saved = step;
        });
    return step;
  }

  private Position.@Nullable Best whole(Position.@Nullable Best kept) {
    if (kept == null || checkpoints.bestIsWhole(kept.step())) {
      return kept;
    }
    narrator.warning(
        step, Problem.of(TrainingLoop.class, "best.damaged", Integer.toString(kept.step())));
    return null;
  }

  /// Takes in what the loss was in earlier attempts, up to the step that the run goes on from.
  void recall(List<RunEvent> events) {
    var losses = new TreeMap<Integer, Double>();
    events.forEach(event -> {
      if (event instanceof RunEvent.Step taken && taken.step() <= step) {
        losses.put(taken.step(), taken.loss());
      }
    });
    losses.values().forEach(watch::exploded);
  }

  /// @param baseline of an earlier attempt; null to measure it now
  Outcome run(@Nullable Baseline baseline, Path checkpointsFolder) throws InterruptedException {
    var load = TokenLoad.of(inputs, learner.embedder());
    narrator.preflight(load);
    if (step == 0) {
      warn();
    }
    windows = WindowChoice.of(inputs, checkpoints, manager, wishes);
    learner.prepare(checkpoints, wishes);
    if (inputs.losses().stream().anyMatch(LossSettings::guided)) {
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
          step, Problem.of(TrainingLoop.class, "early", Integer.toString(step), point.waited()));
    }
    wishes.fulfil();
    if (failure == null && (point.best() == null || step == total()) && evaluated < step) {
      evaluate();
    }
    if (failure == null && step == total()) {
      save();
    }
    return new Outcome(step, point.best(), known, load, stopped, failure, seconds(), pace.median());
  }

  /// Of what the preflight would have warned of, had it been asked, but for what takes time.
  private void warn() {
    var findings = new ArrayList<>(TextChecks.of(inputs.data(), inputs.base(), inputs.prompts()));
    findings.addAll(QuickChecks.of(inputs, learner.embedder()));
    findings.stream()
        .filter(finding -> finding.severity() == Severity.WARNING)
        .forEach(finding -> narrator.warning(step, finding.problem()));
  }

  private void train(int every) throws InterruptedException {
    var saveEvery = inputs.settings().checkpoints().everySteps();
    while (step < total() && !wishes.cancelled() && !point.standsStill()) {
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
    if (result.leftOut()) {
      return;
    }
    var evaluationsLeft = Math.ceilDiv(total() - step, every);
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

  private Baseline measureBaseline() {
    var bm25 = quality.ofBm25(wishes);
    narrator.evaluation(RunEvent.Subject.BM25, 0, VALIDATION, bm25, false);
    var base = quality.of(learner.untuned(), wishes);
    narrator.evaluation(RunEvent.Subject.BASE, 0, VALIDATION, base, false);
    return new Baseline(RunConfiguration.SCHEMA, base, bm25);
  }

  private void evaluate() {
    var alpha = inputs.settings().mergeAlpha();
    if (alpha == 1) {
      measure();
      return;
    }
    try (var _ = new MergedWeights(learner.parameters(), inputs.encoder(), alpha, manager)) {
      measure();
    }
  }

  private void measure() {
    var evaluation = quality.of(learner.embedder(), wishes);
    evaluated = step;
    pace.evaluation(evaluation.seconds());
    var better = point.offer(step, evaluation.score(inputs.settings().evaluation().metric()));
    if (better) {
      checkpoints.saveBest(step, NativeArrays.sources(learner.parameters()), evaluation);
    }
    narrator.evaluation(RunEvent.Subject.TUNED, step, VALIDATION, evaluation, better);
  }

  private void save() {
    if (saved == step) {
      return;
    }
    var name =
        checkpoints.save(
            step,
            point.best(),
            point.waited(),
            seconds(),
            learner.spared(),
            scale == null ? null : scale.state(),
            NativeArrays.sources(learner.parameters()),
            optimiser.state(),
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
