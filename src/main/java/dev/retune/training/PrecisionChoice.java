package dev.retune.training;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import dev.retune.encoder.EncoderNetwork;
import dev.retune.encoder.ForwardOptions;
import dev.retune.encoder.Precision;
import dev.retune.encoder.PrecisionTrial;
import dev.retune.encoder.TokenBatch;
import dev.retune.encoder.Tokenizer;
import dev.retune.file.Json;
import java.nio.file.Files;
import java.util.List;

/// `precision.json`: what `auto` came to when the run began, so that every later attempt computes
/// in the same numbers, on whatever machine.
record PrecisionChoice(int schemaVersion, Precision precision) {
  private static final int SCHEMA = 1;
  private static final int TRIAL_TOKENS = 512;
  private static final int TRIAL_LENGTH = 128;

  /// The inputs with the precision that this run computes in, found by timing forward and backward
  /// passes over a few of its texts where that is left to the machine.
  ///
  /// @throws dev.retune.text.ProblemException if the device cannot compute in the precision chosen
  static RunInputs settle(RunFolder run, RunInputs inputs, NDManager manager) {
    var asked = inputs.settings().precision();
    PrecisionTrial.check(asked, manager.getDevice());
    return asked == Precision.AUTO ? inputs.in(chosen(run, inputs, manager)) : inputs;
  }

  private static Precision chosen(RunFolder run, RunInputs inputs, NDManager manager) {
    var file = run.path().resolve("precision.json");
    if (Files.exists(file)) {
      return Json.read(file, PrecisionChoice.class).precision();
    }
    var precision = chosen(inputs, manager);
    Json.write(file, new PrecisionChoice(SCHEMA, precision));
    return precision;
  }

  /// As [#settle], without keeping what it came to.
  static RunInputs tried(RunInputs inputs, NDManager manager) {
    var asked = inputs.settings().precision();
    PrecisionTrial.check(asked, manager.getDevice());
    return asked == Precision.AUTO ? inputs.in(chosen(inputs, manager)) : inputs;
  }

  private static Precision chosen(RunInputs inputs, NDManager manager) {
    return switch (inputs.settings().method()) {
      case FULL, LORA -> timed(inputs, manager);
      // The vectors that adapters learn from are computed once, exactly.
      case LINEAR_ADAPTER, TWO_LAYER_ADAPTER -> Precision.FP32;
    };
  }

  private static Precision timed(RunInputs inputs, NDManager parent) {
    var base = inputs.encoder();
    try (var manager = parent.newSubManager();
        var tokenizer = Tokenizer.open(base);
        var network = EncoderNetwork.open(base, manager, manager.getDevice())) {
      var batch = TokenBatch.of(some(inputs, tokenizer));
      network.parameters().forEach(parameter -> parameter.value().setRequiresGradient(true));
      return PrecisionTrial.fastest(
          manager.getDevice(),
          precision -> {
            var options = new ForwardOptions(0, 0, 0, precision, base.normalize(), true);
            try (var scope = manager.newSubManager();
                var collector = Engine.getInstance().newGradientCollector()) {
              var sum = network.encode(scope, batch, options).sum();
              collector.backward(sum);
              sum.getFloat();
            }
          });
    }
  }

  /// Texts of the first batch, cut to a usual length, until they hold enough tokens.
  private static List<Tokenizer.Tokens> some(RunInputs inputs, Tokenizer tokenizer) {
    var texts =
        inputs.batches(1).getFirst().stream()
            .flatMap(example -> example.texts().stream())
            .distinct()
            .map(inputs::text)
            .limit(TRIAL_TOKENS / TRIAL_LENGTH)
            .toList();
    return tokenizer.tokenize(texts, TRIAL_LENGTH);
  }
}
