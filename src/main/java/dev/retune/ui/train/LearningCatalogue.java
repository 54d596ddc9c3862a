package dev.retune.ui.train;

import dev.retune.training.Method;
import dev.retune.training.ModuleRates;
import dev.retune.training.Schedule;
import dev.retune.training.TrainingSettings;
import dev.retune.training.TrainingSettingsBuilder;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// How much a step changes, and what keeps it in bounds.
final class LearningCatalogue {
  private static final String GROUP = "learning";

  private LearningCatalogue() {}

  static List<Setting<TrainingSettings>> all() {
    return List.of(
        TrainingSetting.real(
            "learningRate",
            GROUP,
            TrainingSettings::learningRate,
            TrainingSettingsBuilder::learningRate),
        TrainingSetting.real(
            "warmupRatio",
            GROUP,
            TrainingSettings::warmupRatio,
            TrainingSettingsBuilder::warmupRatio),
        TrainingSetting.choice(
            "schedule",
            GROUP,
            Schedule.Kind.class,
            TrainingSettings::schedule,
            (settings, kind) -> settings.edit().schedule(kind).build()),
        rates(),
        TrainingSetting.real(
            "weightDecay",
            GROUP,
            TrainingSettings::weightDecay,
            TrainingSettingsBuilder::weightDecay),
        TrainingSetting.real("clip", GROUP, TrainingSettings::clip, TrainingSettingsBuilder::clip),
        TrainingSetting.real(
            "hiddenDropout",
            GROUP,
            TrainingSettings::hiddenDropout,
            TrainingSettingsBuilder::hiddenDropout),
        TrainingSetting.real(
            "attentionDropout",
            GROUP,
            TrainingSettings::attentionDropout,
            TrainingSettingsBuilder::attentionDropout));
  }

  /// `embeddings=0.1, encoder.layer.0=0.5`, as the command line takes it.
  private static Setting<TrainingSettings> rates() {
    return new Setting<>(
        "moduleRates",
        GROUP,
        Setting.Kind.TEXT,
        settings ->
            settings.rates().written().entrySet().stream()
                .map(rate -> rate.getKey() + "=" + TrainingSetting.plain(rate.getValue()))
                .collect(Collectors.joining(", ")),
        (settings, text) -> settings.edit().rates(rates(text)).build(),
        List.of(),
        settings -> settings.method() == Method.FULL);
  }

  private static ModuleRates rates(String text) {
    var factors = new TreeMap<String, Double>();
    for (var rate : TrainingSetting.listed(text.replaceAll("\\s*=\\s*", "="))) {
      var sides = rate.split("=", 2);
      factors.put(sides[0], Double.valueOf(sides.length == 2 ? sides[1] : ""));
    }
    return new ModuleRates(factors);
  }
}
