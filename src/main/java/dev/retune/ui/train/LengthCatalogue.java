package dev.retune.ui.train;

import dev.retune.training.EarlyStopping;
import dev.retune.training.TrainingSettings;
import dev.retune.training.TrainingSettingsBuilder;
import java.util.List;

/// How long a training lasts, and how it ends.
final class LengthCatalogue {
  private static final String GROUP = "length";

  private LengthCatalogue() {}

  static List<Setting<TrainingSettings>> all() {
    return List.of(
        TrainingSetting.whole(
            "epochs", GROUP, TrainingSettings::epochs, TrainingSettingsBuilder::epochs),
        TrainingSetting.whole(
            "maxSteps", GROUP, TrainingSettings::maxSteps, TrainingSettingsBuilder::maxSteps),
        patience(),
        threshold());
  }

  private static Setting<TrainingSettings> patience() {
    return new Setting<>(
        "patience",
        GROUP,
        Setting.Kind.NUMBER,
        settings -> Integer.toString(settings.earlyStopping().patience()),
        (settings, text) ->
            with(
                settings,
                new EarlyStopping(
                    Integer.parseInt(text.strip()), settings.earlyStopping().threshold())));
  }

  private static Setting<TrainingSettings> threshold() {
    return new Setting<>(
        "patienceThreshold",
        GROUP,
        Setting.Kind.NUMBER,
        settings -> TrainingSetting.plain(settings.earlyStopping().threshold()),
        (settings, text) ->
            with(
                settings,
                new EarlyStopping(
                    settings.earlyStopping().patience(), Double.parseDouble(text.strip()))),
        List.of(),
        settings -> settings.earlyStopping().patience() > 0);
  }

  private static TrainingSettings with(TrainingSettings settings, EarlyStopping stopping) {
    return settings.edit().earlyStopping(stopping).build();
  }
}
