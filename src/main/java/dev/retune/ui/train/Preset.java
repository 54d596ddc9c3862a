package dev.retune.ui.train;

import dev.retune.retrieval.RetrievalSettings;
import dev.retune.training.TrainingSettings;

/// The three ways to train that are offered as cards.
enum Preset {
  QUICK,
  RECOMMENDED,
  THOROUGH;

  /// What the card means for so many training pairs: few pairs want more passes.
  ///
  /// @param retrieval how the passages are best read and scored; the quick look reads their
  ///   beginnings only
  TrainingSettings settings(int pairs, RetrievalSettings retrieval) {
    return switch (this) {
      case QUICK -> TrainingSettings.quick(pairs);
      case RECOMMENDED -> TrainingSettings.recommended(pairs).with(retrieval);
      case THOROUGH -> TrainingSettings.thorough(pairs).with(retrieval);
    };
  }
}
