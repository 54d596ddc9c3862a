package dev.retune.training;

import dev.retune.text.Problem;
import dev.retune.text.ProblemException;
import dev.retune.text.Text;
import java.util.Locale;

/// Why a loss most likely left the numbers or exploded, from the settings: the learning rate, the
/// precision, else the weights or texts.
final class Diagnosis {
  /// A rate so many times the usual one is the first suspect.
  private static final double HIGH = 5;

  private Diagnosis() {}

  /// The loss or its gradient is no finite number.
  static ProblemException notFinite(TrainingSettings settings, int step) {
    var said = Text.of(Diagnosis.class, "loss.notFinite.cause", Integer.toString(step));
    return new Problem("training.loss.notFinite", said, of(settings)).exception();
  }

  /// @param usual what the loss had been
  static ProblemException exploded(TrainingSettings settings, int step, double loss, double usual) {
    var said =
        Text.of(
            Diagnosis.class,
            "loss.exploded.cause",
            Integer.toString(step),
            String.format(Locale.ROOT, "%.3g", loss),
            String.format(Locale.ROOT, "%.3g", usual));
    return new Problem("training.loss.exploded", said, of(settings)).exception();
  }

  /// A sentence on cause and what to change.
  private static Text of(TrainingSettings settings) {
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
