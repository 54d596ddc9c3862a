package dev.retune.training;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.retune.encoder.NativeMemory;
import dev.retune.encoder.Scalar;
import dev.retune.text.Problem;
import dev.retune.training.loss.Loss;
import dev.retune.training.loss.LossBatch;
import dev.retune.training.loss.LossSettings;
import dev.retune.training.loss.Rows;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One optimiser step: for each of its batches encode the texts, compare and go back; then clip and
/// update.
final class TrainingStep {
  private final TrainingSettings settings;
  private final NDManager manager;
  private final Learner learner;
  private final Optimiser optimiser;
  private final List<LossSettings> losses;
  private final @Nullable LossScale scale;
  private final Consumer<Problem> warnings;
  private @Nullable Guide guide;

  /// In float32 or bfloat16, telling nobody when memory runs short.
  TrainingStep(TrainingSettings settings, NDManager manager, Learner learner, Optimiser optimiser) {
    this(settings, List.of(settings.loss()), manager, learner, optimiser, null, _ -> {});
  }

  /// @param losses of the datasets that batches are drawn from, the main one first
  /// @param scale enlarges the loss in float16; null in other precisions
  /// @param warnings told what a person should know
  TrainingStep(
      TrainingSettings settings,
      List<LossSettings> losses,
      NDManager manager,
      Learner learner,
      Optimiser optimiser,
      @Nullable LossScale scale,
      Consumer<Problem> warnings) {
    this.settings = settings;
    this.manager = manager;
    this.learner = learner;
    this.optimiser = optimiser;
    this.losses = losses;
    this.scale = scale;
    this.warnings = warnings;
  }

  /// Hands the loss a guide's vectors from now on.
  void follow(Guide chosen) {
    guide = chosen;
  }

  /// What a step gave.
  ///
  /// @param loss mean of the batches'
  /// @param gradientNorm before clipping
  /// @param tokens of the batches' texts
  record Result(double loss, double gradientNorm, long tokens) {
    /// Whether the step was left out because its gradients overflowed in float16.
    boolean leftOut() {
      return !Double.isFinite(loss) || !Double.isFinite(gradientNorm);
    }
  }

  /// Native memory of each batch lives in one scope, closed before the next. Where memory does not
  /// suffice, the step is done again with less of a batch in memory at a time.
  ///
  /// @param batches each with rows of one dataset; the weights take the mean of their gradients, as
  ///   transformers' Trainer has it
  /// @param step counts from 1; with the run's seed it decides what dropout drops
  /// @throws dev.retune.text.ProblemException if loss or gradient is no finite number, or not even
  ///   one text fits into memory; the weights are then as before the step
  Result run(int step, List<List<Example>> batches, double learningRate) {
    while (true) {
      var pass = pass(step, batches);
      if (pass.isPresent()) {
        try (var scope = manager.newSubManager()) {
          return update(scope, step, pass.get(), learningRate);
        }
      }
    }
  }

  /// @return empty if memory did not suffice and less may; there are no gradients then
  private Optional<Learner.Pass> pass(int step, List<List<Example>> batches) {
    var loss = 0.0;
    var tokens = 0L;
    for (var part = 0; part < batches.size(); part++) {
      try (var scope = manager.newSubManager()) {
        var pass = pass(scope, step, part, batches.get(part), batches.size());
        if (pass.isEmpty()) {
          return pass;
        }
        loss += pass.get().loss() / batches.size();
        tokens += pass.get().tokens();
      }
    }
    return Optional.of(new Learner.Pass(loss, tokens));
  }

  private Optional<Learner.Pass> pass(
      NDManager scope, int step, int part, List<Example> batch, int parts) {
    var texts = BatchTexts.of(batch);
    var chosen = losses.get(batch.getFirst().source());
    var loss = Loss.of(chosen, settings.matryoshka());
    var factor = (scale == null ? 1 : scale.scale()) / parts;
    try {
      var pass =
          learner.pass(
              scope,
              step,
              part,
              texts.unique(),
              vectors -> {
                var value = loss.of(lossBatch(scope, vectors, texts, batch, chosen));
                return factor == 1 ? value : value.mul(Scalar.of(factor, value));
              });
      return Optional.of(new Learner.Pass(pass.loss() / factor, pass.tokens()));
    } catch (EngineException e) {
      if (!NativeMemory.exhausted(e)) {
        throw e;
      }
      optimiser.forget(scope);
      var before = learner.spared();
      var thrift = learner.spare();
      if (thrift.isEmpty()) {
        throw Problem.of(TrainingStep.class, "memory.text", Integer.toString(step)).exception(e);
      }
      warnings.accept(
          Problem.of(
              TrainingStep.class,
              thrift.get().layerwise() == before.layerwise() ? "memory.spared" : "memory.layerwise",
              Integer.toString(step),
              Integer.toString(thrift.get().tokens())));
      return Optional.empty();
    }
  }

  private Result update(NDManager scope, int step, Learner.Pass pass, double learningRate) {
    if (scale != null) {
      optimiser.multiply(scope, 1 / scale.scale());
    }
    var norm = optimiser.clip(scope, settings.clip());
    if (Double.isFinite(pass.loss()) && Double.isFinite(norm)) {
      optimiser.update(scope, learningRate);
      if (scale != null) {
        scale.kept();
      }
      return new Result(pass.loss(), norm, pass.tokens());
    }
    if (scale != null && scale.overflowed()) {
      optimiser.forget(scope);
      warnings.accept(
          Problem.of(
              TrainingStep.class,
              "scale.lowered",
              Integer.toString(step),
              Double.toString(scale.scale())));
      return new Result(pass.loss(), norm, pass.tokens());
    }
    throw Diagnosis.notFinite(settings, step);
  }

  private LossBatch lossBatch(
      NDManager scope, NDArray vectors, BatchTexts texts, List<Example> batch, LossSettings loss) {
    var columns = texts.columns().stream().map(column -> Rows.pick(vectors, column)).toList();
    return new LossBatch(
        columns,
        targets(scope, batch),
        weights(scope, batch),
        texts.excluded(scope),
        guide == null || !loss.guided() ? List.of() : guided(scope, guide, texts));
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
