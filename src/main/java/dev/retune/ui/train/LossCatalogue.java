package dev.retune.ui.train;

import dev.retune.training.TrainingSettings;
import dev.retune.training.loss.LossSettings;
import dev.retune.training.loss.LossTable;
import dev.retune.training.loss.Material;
import java.util.ArrayList;
import java.util.List;

/// The loss, and to which lengths of vectors it is taken.
final class LossCatalogue {
  private static final String GROUP = "loss";

  private LossCatalogue() {}

  /// The losses are those that learn from pairs, which is what a project has.
  static List<Setting<TrainingSettings>> all() {
    var all = new ArrayList<Setting<TrainingSettings>>();
    all.add(choice());
    LossParameters.all(GROUP).stream()
        .map(setting -> setting.of(TrainingSettings::loss, LossCatalogue::with))
        .forEach(all::add);
    all.addAll(MatryoshkaCatalogue.all(GROUP));
    return all;
  }

  private static Setting<TrainingSettings> choice() {
    return new Setting<>(
        "loss",
        GROUP,
        Setting.Kind.CHOICE,
        settings -> settings.loss().name().name(),
        (settings, text) -> with(settings, LossSettings.of(LossSettings.Name.valueOf(text))),
        LossTable.fitting(Material.PAIRS).stream().map(LossSettings.Name::name).toList(),
        _ -> true);
  }

  private static TrainingSettings with(TrainingSettings settings, LossSettings loss) {
    return settings.edit().loss(loss).build();
  }
}
