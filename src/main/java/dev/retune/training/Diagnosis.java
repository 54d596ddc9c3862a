package dev.retune.training;

import dev.retune.text.Text;

/// Why a loss most likely left the numbers or exploded, from the settings: the learning rate, the
/// precision, else the weights or texts.
final class Diagnosis {
  /// A rate so many times the usual one is the first suspect.
  private static final double HIGH = 5;

  private Diagnosis() {}

  /// A sentence on cause and what to change.
  static Text of(TrainingSettings settings) {
    var usual =
        TrainingSettings.recommended()
            .edit()
            .batchSize(settings.batchSize())
            .build()
            .with(settings.method())
            .learningRate();
    if (settings.learningRate() > HIGH * usual) {
      return Text.of(
          Diagnosis.class,
          "diagnosis.rate",
          Double.toString(settings.learningRate()),
          Double.toString(usual));
    }
    return switch (settings.precision()) {
      case FP16 -> Text.of(Diagnosis.class, "diagnosis.fp16");
      case BF16 -> Text.of(Diagnosis.class, "diagnosis.bf16");
      case AUTO, FP32 -> Text.of(Diagnosis.class, "diagnosis.weights");
    };
  }
}
