package dev.retune.training;

import ai.djl.Device;
import dev.retune.encoder.Activation;
import dev.retune.encoder.Dense;
import dev.retune.encoder.Embedder;
import dev.retune.encoder.FloatTensor;
import dev.retune.encoder.InputType;
import dev.retune.encoder.ModelFolder;
import dev.retune.encoder.NativeLibraries;
import dev.retune.encoder.Safetensors;
import dev.retune.task.Progress;
import dev.retune.text.Problem;
import dev.retune.training.loss.LossSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// `checkpoints/rotation.safetensors`: how all vectors are turned before the first step, so that
/// their first numbers say most. Whole vectors keep all their scores.
///
/// Learned on the untuned model's vectors of the training texts, with the run's own loss over cut
/// vectors. Rate, passes and batches were chosen by four-fold cross-validation on the questions
/// about Lyft's report.
final class Rotation {
  static final String FILE = "rotation.safetensors";
  private static final String WEIGHT = "linear.weight";
  private static final double RATE = 1e-3;
  private static final int PASSES = 20;
  private static final int BATCH = 32;

  /// Enough for a matrix, however many pairs there are.
  private static final int MOST_STEPS = 600;

  private Rotation() {}

  /// Whether the run turns vectors. Adapters learn a matrix of their own.
  static boolean wanted(RunInputs inputs) {
    var matryoshka = inputs.settings().matryoshka();
    return matryoshka != null
        && matryoshka.rotated()
        && matryoshka.dimensions().getLast() < inputs.base().dimension()
        && !inputs.settings().method().adapts();
  }

  /// The model whose weights are trained, with the layer that turns its vectors if they are turned.
  ///
  /// @throws dev.retune.text.ProblemException if the run has lost it
  static ModelFolder applied(RunInputs inputs, Checkpoints checkpoints) {
    var encoder = inputs.encoder();
    var file = file(checkpoints);
    if (!wanted(inputs)) {
      return encoder;
    }
    var weight = Files.exists(file) ? Safetensors.read(file).get(WEIGHT) : null;
    if (weight == null) {
      throw Problem.of(Rotation.class, "rotation.missing", file).exception();
    }
    return encoder.withHead(encoder.head().then(new Dense(weight, null, Activation.IDENTITY)));
  }

  /// Makes the layer unless an earlier attempt has, or has taken steps that counted on it.
  ///
  /// @param untuned embeds as the model does before the first step
  /// @throws java.util.concurrent.CancellationException if the person asked to stop
  static void prepare(
      RunInputs inputs, Checkpoints checkpoints, Embedder untuned, Progress progress) {
    if (!wanted(inputs) || Files.exists(file(checkpoints)) || checkpoints.begun()) {
      return;
    }
    var matrix = learn(inputs.edited(settings(inputs)), untuned, progress);
    Safetensors.write(file(checkpoints), Map.of(WEIGHT, matrix));
  }

  private static Path file(Checkpoints checkpoints) {
    return checkpoints.folder().resolve(FILE);
  }

  private static TrainingSettings settings(RunInputs inputs) {
    var enough = Math.ceilDiv(MOST_STEPS * BATCH, inputs.examples().size());
    return inputs
        .settings()
        .edit()
        .epochs(Math.min(PASSES, enough))
        .maxSteps(MOST_STEPS)
        .batchSize(BATCH)
        .accumulation(1)
        .dropLast(false)
        .learningRate(RATE)
        .weightDecay(0)
        .clip(0)
        .build();
  }

  private static FloatTensor learn(RunInputs inputs, Embedder untuned, Progress progress) {
    var settings = inputs.settings();
    var steps = inputs.plan().totalSteps();
    var schedule = Schedule.of(settings, steps);
    try (var root = NativeLibraries.root();
        var manager = root.newSubManager(Device.cpu());
        var learner = new RotationLearner(vectors(inputs, untuned, progress), manager);
        var optimiser = new Optimiser(manager, learner.parameters(), settings.weightDecay())) {
      var losses = inputs.losses().stream().map(Rotation::plain).toList();
      var training = new TrainingStep(settings, losses, manager, learner, optimiser, null, _ -> {});
      for (var step = 1; step <= steps; step++) {
        progress.checkCancelled();
        training.run(step, inputs.batches(step), schedule.rate(step));
      }
      return learner.matrix();
    }
  }

  /// A guide's vectors are not worth what they cost here.
  private static LossSettings plain(LossSettings loss) {
    return loss.guided() ? LossSettings.DEFAULT : loss;
  }

  private static Map<TextKey, float[]> vectors(
      RunInputs inputs, Embedder untuned, Progress progress) {
    var keys =
        inputs.plan().batches().stream()
            .flatMapToInt(Arrays::stream)
            .distinct()
            .sorted()
            .mapToObj(inputs.examples()::get)
            .flatMap(example -> example.texts().stream())
            .distinct()
            .toList();
    var vectors = new HashMap<TextKey, float[]>();
    for (var type : InputType.values()) {
      var ofType = keys.stream().filter(key -> key.side() == type).toList();
      var embedded = untuned.embed(ofType.stream().map(inputs::plain).toList(), type, progress);
      for (var i = 0; i < embedded.length; i++) {
        vectors.put(ofType.get(i), embedded[i]);
      }
    }
    return vectors;
  }
}
