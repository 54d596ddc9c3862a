package dev.retune.ui.train;

import dev.retune.training.TrainingSettings;
import java.util.List;
import java.util.stream.Stream;

/// Every setting of a training, group after group, in the order shown.
final class SettingCatalogue {
  private SettingCatalogue() {}

  static List<Setting<TrainingSettings>> all() {
    return Stream.of(
            MethodCatalogue.all(),
            LengthCatalogue.all(),
            BatchCatalogue.all(),
            LearningCatalogue.all(),
            LossCatalogue.all(),
            NegativeCatalogue.all(),
            TextCatalogue.all(),
            MeasuringCatalogue.all(),
            MachineCatalogue.all())
        .flatMap(List::stream)
        .toList();
  }
}
