package dev.retune.ui.train;

import dev.retune.training.TrainingSettings;
import java.util.function.BiFunction;
import java.util.function.Function;

/// One setting as it is shown and typed.
///
/// @param key in the bundle: `setting.<key>` is its name, `.why` its sentence, `.term` the term
/// @param group in the bundle: `settings.<group>`
/// @param get its value as typed; `true` and `false` for a switch
/// @param set the settings with another value; throws where it is no value for it
record Setting(
    String key,
    String group,
    Kind kind,
    Function<TrainingSettings, String> get,
    BiFunction<TrainingSettings, String, TrainingSettings> set) {

  enum Kind {
    NUMBER,
    SWITCH,
    TEXT
  }
}
