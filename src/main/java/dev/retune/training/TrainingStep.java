package dev.retune.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.retune.text.Problem;
import dev.retune.training.loss.Loss;
import dev.retune.training.loss.LossBatch;
import dev.retune.training.loss.Rows;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One optimiser step: encode the batch's texts, compare, go back, clip, update.
final class TrainingStep {
  private final TrainingSettings settings;
  private final NDManager manager;
  private final Learner learner;
  private final Optimiser optimiser;
  private final Loss loss;
  private @Nullable Guide guide;

  TrainingStep(TrainingSettings settings, NDManager manager, Learner learner, Optimiser optimiser) {
    this.settings = settings;
    this.manager = manager;
    this.learner = learner;
    this.optimiser = optimiser;
    loss = Loss.of(settings.loss());
  }

  /// Hands the loss a guide's vectors from now on.
  void follow(Guide chosen) {
    guide = chosen;
  }

  /// What a step gave.
  ///
  /// @param gradientNorm before clipping
  /// @param tokens of the batch's texts, without padding
  record Result(double loss, double gradientNorm, long tokens) {}

  /// Native memory of the step lives in one scope, closed before this returns.
  ///
  /// @param step counts from 1; with the run's seed it decides what dropout drops
  /// @throws dev.retune.text.ProblemException if loss or gradient is no finite number; the weights
  ///   are then as before the step
  Result run(int step, List<Example> batch, double learningRate) {
    var texts = BatchTexts.of(batch);
    try (var scope = manager.newSubManager()) {
      var pass =
          learner.pass(
              scope,
              step,
              texts.unique(),
              vectors -> loss.of(lossBatch(scope, vectors, texts, batch)));
      var norm = optimiser.clip(scope, settings.clip());
      if (!Double.isFinite(pass.loss()) || !Double.isFinite(norm)) {
        throw Problem.of(TrainingStep.class, "loss.notFinite", Integer.toString(step)).exception();
      }
      optimiser.update(scope, learningRate);
      return new Result(pass.loss(), norm, pass.tokens());
    }
  }

  private LossBatch lossBatch(
      NDManager scope, NDArray vectors, BatchTexts texts, List<Example> batch) {
    var columns = texts.columns().stream().map(column -> Rows.pick(vectors, column)).toList();
    return new LossBatch(
        columns,
        targets(scope, batch),
        weights(scope, batch),
        texts.excluded(scope),
        guide == null ? List.of() : guided(scope, guide, texts));
  }

  private static List<NDArray> guided(NDManager scope, Guide guide, BatchTexts texts) {
    return texts.columns().stream()
        .map(column -> guide.vectors(scope, column.stream().map(texts.unique()::get).toList()))
        .toList();
  }

  /// Rows with fewer targets than others are filled up with zeros, whose columns do not count.
  static @Nullable NDArray targets(NDManager scope, List<Example> batch) {
    var width = batch.stream().mapToInt(example -> example.targets().size()).max().orElse(0);
    if (width == 0) {
      return null;
    }
    var numbers = new float[batch.size() * width];
    for (var row = 0; row < batch.size(); row++) {
      var targets = batch.get(row).targets();
      for (var i = 0; i < targets.size(); i++) {
        numbers[row * width + i] = targets.get(i).floatValue();
      }
    }
    return scope.create(numbers, new Shape(batch.size(), width));
  }

  /// Null where all rows count alike, which spares the loss the weighing.
  static @Nullable NDArray weights(NDManager scope, List<Example> batch) {
    var first = batch.getFirst().weight();
    if (batch.stream().allMatch(example -> example.weight() == first)) {
      return null;
    }
    var numbers = new float[batch.size()];
    for (var row = 0; row < numbers.length; row++) {
      numbers[row] = (float) batch.get(row).weight();
    }
    return scope.create(numbers);
  }
}
