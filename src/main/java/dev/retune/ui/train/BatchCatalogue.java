package dev.retune.ui.train;

import dev.retune.training.TrainingSettings;
import dev.retune.training.TrainingSettingsBuilder;
import java.util.List;

/// What stands in a batch.
final class BatchCatalogue {
  private static final String GROUP = "batch";

  private BatchCatalogue() {}

  static List<Setting<TrainingSettings>> all() {
    return List.of(
        TrainingSetting.whole(
            "batchSize", GROUP, TrainingSettings::batchSize, TrainingSettingsBuilder::batchSize),
        TrainingSetting.whole(
            "accumulation",
            GROUP,
            TrainingSettings::accumulation,
            TrainingSettingsBuilder::accumulation),
        TrainingSetting.flag(
            "noDuplicates",
            GROUP,
            TrainingSettings::noDuplicates,
            TrainingSettingsBuilder::noDuplicates),
        TrainingSetting.flag(
            "dropLast", GROUP, TrainingSettings::dropLast, TrainingSettingsBuilder::dropLast));
  }
}
