package dev.retune.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.retune.encoder.EncoderNetwork;
import dev.retune.encoder.ForwardOptions;
import dev.retune.encoder.Tokenizer;
import dev.retune.text.Problem;
import dev.retune.training.loss.Loss;
import dev.retune.training.loss.LossBatch;
import dev.retune.training.loss.Rows;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One optimiser step: encode the batch's texts, compare, go back, clip, update.
final class TrainingStep {
  private final RunInputs inputs;
  private final NDManager manager;
  private final Optimiser optimiser;
  private final MicroBatches microBatches;
  private final Gradients gradients;
  private final Loss loss;

  /// @param greatestDirect tokens with padding up to which a batch goes through memory whole
  TrainingStep(
      RunInputs inputs,
      NDManager manager,
      EncoderNetwork network,
      Tokenizer tokenizer,
      Optimiser optimiser,
      double greatestDirect) {
    this.inputs = inputs;
    this.manager = manager;
    this.optimiser = optimiser;
    var settings = inputs.settings();
    microBatches = new MicroBatches(tokenizer, inputs.base().config(), settings.microBatchTokens());
    gradients = new Gradients(network, greatestDirect);
    loss = Loss.of(settings.loss());
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
    var groups =
        microBatches.of(
            texts.unique().stream().map(inputs::text).toList(),
            texts.unique().stream().mapToInt(inputs::limit).toArray());
    try (var scope = manager.newSubManager()) {
      var value =
          gradients.add(
              scope,
              groups,
              group -> options(step, group),
              vectors -> loss.of(lossBatch(scope, vectors, texts, batch)));
      var norm = optimiser.clip(scope, inputs.settings().clip());
      if (!Double.isFinite(value) || !Double.isFinite(norm)) {
        throw Problem.of(TrainingStep.class, "loss.notFinite", Integer.toString(step)).exception();
      }
      optimiser.update(scope, learningRate);
      return new Result(value, norm, groups.stream().mapToLong(MicroBatches.Group::real).sum());
    }
  }

  private ForwardOptions options(int step, int group) {
    var settings = inputs.settings();
    return new ForwardOptions(
        settings.hiddenDropout(),
        settings.attentionDropout(),
        Derived.seed(settings.seed(), Derived.Purpose.DROPOUT, step, group),
        settings.bf16(),
        inputs.base().normalize());
  }

  private static LossBatch lossBatch(
      NDManager scope, NDArray vectors, BatchTexts texts, List<Example> batch) {
    var columns = texts.columns().stream().map(column -> Rows.pick(vectors, column)).toList();
    return new LossBatch(
        columns, targets(scope, batch), weights(scope, batch), texts.excluded(scope));
  }

  private static @Nullable NDArray targets(NDManager scope, List<Example> batch) {
    var width = batch.getFirst().targets().size();
    if (width == 0) {
      return null;
    }
    var numbers = new float[batch.size() * width];
    for (var row = 0; row < batch.size(); row++) {
      for (var i = 0; i < width; i++) {
        numbers[row * width + i] = batch.get(row).targets().get(i).floatValue();
      }
    }
    return scope.create(numbers, new Shape(batch.size(), width));
  }

  /// Null where all rows count alike, which spares the loss the weighing.
  private static @Nullable NDArray weights(NDManager scope, List<Example> batch) {
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
