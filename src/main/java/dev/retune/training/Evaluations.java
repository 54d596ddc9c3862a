package dev.retune.training;

import dev.retune.dataset.Split;
import dev.retune.encoder.NativeMemory;
import dev.retune.text.Problem;

/// Measures a run on its validation questions: the base model and BM25 first, then the weights as
/// they come to be, of which it keeps the best.
final class Evaluations {
  private static final String VALIDATION = Split.VALIDATION.id();

  private final RunInputs inputs;
  private final Narrator narrator;
  private final Checkpoints checkpoints;
  private final Wishes wishes;
  private final TrainingState state;
  private final Pace pace;
  private final Quality quality;
  private final BestPoint point;
  private int latest;

  /// @param pace told how long evaluations take
  Evaluations(
      RunInputs inputs,
      Narrator narrator,
      Checkpoints checkpoints,
      Wishes wishes,
      TrainingState state,
      Pace pace) {
    this.inputs = inputs;
    this.narrator = narrator;
    this.checkpoints = checkpoints;
    this.wishes = wishes;
    this.state = state;
    this.pace = pace;
    var settings = inputs.settings();
    quality = new Quality(inputs.validation(), settings.retrieval(), settings.dimensions());
    point = new BestPoint(settings.earlyStopping());
  }

  /// The best so far.
  BestPoint point() {
    return point;
  }

  /// The step after which the latest was made; 0 before the first.
  int latest() {
    return latest;
  }

  /// Takes up where an earlier attempt stood; a best one that is damaged is forgotten.
  void restore(Position position) {
    var best = position.best();
    if (best != null && !checkpoints.bestIsWhole(best.step())) {
      narrator.warning(
          position.step(),
          Problem.of(Evaluations.class, "best.damaged", Integer.toString(best.step())));
      best = null;
    }
    point.restore(best, position.waited());
    latest = best == null ? 0 : position.step();
  }

  /// What training has to beat.
  ///
  /// @throws java.util.concurrent.CancellationException if the person asked to stop
  Baseline baseline() {
    var bm25 = quality.ofBm25(wishes);
    narrator.evaluation(RunEvent.Subject.BM25, 0, VALIDATION, bm25, false);
    var base = quality.of(state.learner().untuned(), wishes);
    narrator.evaluation(RunEvent.Subject.BASE, 0, VALIDATION, base, false);
    return new Baseline(RunConfiguration.SCHEMA, base, bm25);
  }

  /// Measures the weights after `step`, merged with the base's if the run merges.
  ///
  /// @throws java.util.concurrent.CancellationException if the person asked to stop
  void measure(int step) {
    var alpha = inputs.settings().mergeAlpha();
    if (alpha == 1) {
      measureWeights(step);
      return;
    }
    var parameters = state.learner().parameters();
    try (var _ = new MergedWeights(parameters, inputs.encoder(), alpha, state.manager())) {
      measureWeights(step);
    }
  }

  private void measureWeights(int step) {
    var evaluation = quality.of(state.learner().embedder(), wishes);
    latest = step;
    NativeMemory.trim();
    pace.evaluation(evaluation.seconds());
    var better = point.offer(step, evaluation.score(inputs.settings().evaluation().metric()));
    if (better) {
      checkpoints.saveBest(step, NativeArrays.sources(state.learner().parameters()), evaluation);
    }
    narrator.evaluation(RunEvent.Subject.TUNED, step, VALIDATION, evaluation, better);
  }
}
