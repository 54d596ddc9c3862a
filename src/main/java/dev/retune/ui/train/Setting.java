package dev.retune.ui.train;

import dev.retune.training.TrainingSettings;
import dev.retune.training.loss.LossSettings;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

/// One setting as it is shown and typed.
///
/// @param key in the bundle: `setting.<key>` is its name, `.why` its sentence, `.term` the term
/// @param group in the bundle: `settings.<group>`
/// @param get its value as typed; `true` and `false` for a switch
/// @param set the settings with another value; throws where it is no value for it
/// @param options what a choice offers; in the bundle: `setting.<key>.<option>`
/// @param applies whether it has an effect beside the other settings
record Setting(
    String key,
    String group,
    Kind kind,
    Function<TrainingSettings, String> get,
    BiFunction<TrainingSettings, String, TrainingSettings> set,
    List<String> options,
    Predicate<TrainingSettings> applies) {

  enum Kind {
    NUMBER,
    SWITCH,
    TEXT,
    CHOICE
  }

  /// A setting that always has an effect and is no choice.
  Setting(
      String key,
      String group,
      Kind kind,
      Function<TrainingSettings, String> get,
      BiFunction<TrainingSettings, String, TrainingSettings> set) {
    this(key, group, kind, get, set, List.of(), _ -> true);
  }

  /// Its default: that of the card, or of the loss where the person chose another.
  ///
  /// @param card the settings of the chosen card
  String standard(TrainingSettings card, TrainingSettings now) {
    var ofLoss = LossSettings.of(now.loss().name());
    return kind == Kind.CHOICE || card.loss().name() == ofLoss.name()
        ? get.apply(card)
        : get.apply(card.edit().loss(ofLoss).build());
  }
}
