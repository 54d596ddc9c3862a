package dev.retune.ui.train;

import dev.retune.training.TrainingSettings;

/// The three ways to train that are offered as cards.
enum Preset {
  QUICK,
  RECOMMENDED,
  THOROUGH;

  /// What the card means for so many training pairs: few pairs want more passes.
  TrainingSettings settings(int pairs) {
    return switch (this) {
      case QUICK -> TrainingSettings.quick(pairs);
      case RECOMMENDED -> TrainingSettings.recommended(pairs);
      case THOROUGH -> TrainingSettings.thorough(pairs);
    };
  }
}
