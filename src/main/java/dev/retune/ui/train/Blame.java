package dev.retune.ui.train;

import dev.retune.text.Problem;

/// Which control has to be changed where training cannot start.
final class Blame {
  private Blame() {}

  /// The id of the control; that of the data where no single one can be named.
  static String of(Problem problem) {
    return switch (problem.code()) {
      case "training.auxiliary.shares" -> "train-others-clash";
      case "training.base.head" -> "train-setting-base";
      case "encoder.remote.weights" -> "train-setting-method";
      case "training.merge.method" -> "train-setting-merge-alpha";
      case "training.normalize" -> "train-setting-normalize";
      case "training.rates.method" -> "train-setting-module-rates";
      case "training.freeze" -> "train-setting-freeze-layers";
      case "training.adapter.dimension" -> "train-setting-adapter-dimension";
      case "training.adapter.side" -> "train-setting-adapter-side";
      case "encoder.windows.size" -> "train-setting-window-size";
      default ->
          problem.code().startsWith("encoder.lora") ? "train-setting-lora-targets" : "train-data";
    };
  }
}
