package dev.retune.ui.train;

import dev.retune.training.NegativeSettings;
import dev.retune.training.TrainingSettings;
import java.util.List;

/// Which of the wrong passages that a dataset names for a question are learned from.
final class NegativeCatalogue {
  static final String GROUP = "others";

  private NegativeCatalogue() {}

  static List<Setting<TrainingSettings>> all() {
    return List.of(
        new Setting<>(
            "negatives",
            GROUP,
            Setting.Kind.NUMBER,
            settings -> Integer.toString(settings.negatives().atMost()),
            (settings, text) ->
                with(
                    settings,
                    new NegativeSettings(
                        Integer.parseInt(text.strip()), settings.negatives().sampled()))),
        new Setting<>(
            "sampledNegatives",
            GROUP,
            Setting.Kind.SWITCH,
            settings -> Boolean.toString(settings.negatives().sampled()),
            (settings, text) ->
                with(
                    settings,
                    new NegativeSettings(
                        settings.negatives().atMost(), Boolean.parseBoolean(text))),
            List.of(),
            settings -> settings.negatives().atMost() > 0));
  }

  private static TrainingSettings with(TrainingSettings settings, NegativeSettings negatives) {
    return settings.edit().negatives(negatives).build();
  }
}
