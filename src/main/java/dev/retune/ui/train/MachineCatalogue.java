package dev.retune.ui.train;

import dev.retune.encoder.DeviceChoice;
import dev.retune.encoder.Precision;
import dev.retune.training.GradientCheckpointing;
import dev.retune.training.TrainingSettings;
import dev.retune.training.TrainingSettingsBuilder;
import java.util.List;

/// What to compute on, with how much of it, in which numbers and from which seed.
final class MachineCatalogue {
  private static final String GROUP = "machine";

  private MachineCatalogue() {}

  static List<Setting<TrainingSettings>> all() {
    return List.of(
        TrainingSetting.whole(
            "microBatchTokens",
            GROUP,
            TrainingSettings::microBatchTokens,
            TrainingSettingsBuilder::microBatchTokens),
        TrainingSetting.choice(
            "gradientCheckpointing",
            GROUP,
            GradientCheckpointing.class,
            TrainingSettings::gradientCheckpointing,
            (settings, when) -> settings.edit().gradientCheckpointing(when).build()),
        TrainingSetting.whole(
            "threads", GROUP, TrainingSettings::threads, TrainingSettingsBuilder::threads),
        TrainingSetting.choice(
            "device",
            GROUP,
            DeviceChoice.class,
            TrainingSettings::device,
            (settings, device) -> settings.edit().device(device).build()),
        TrainingSetting.choice(
            "precision",
            GROUP,
            Precision.class,
            TrainingSettings::precision,
            (settings, precision) -> settings.edit().precision(precision).build()),
        new Setting<>(
            "seed",
            GROUP,
            Setting.Kind.NUMBER,
            settings -> Long.toString(settings.seed()),
            (settings, text) -> settings.edit().seed(Long.parseLong(text.strip())).build()));
  }
}
