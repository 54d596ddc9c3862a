package dev.retune.ui.train;

import dev.retune.training.TrainingSettings;
import dev.retune.training.loss.MatryoshkaSettings;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// To which lengths vectors shall stay good when they are cut.
final class MatryoshkaCatalogue {
  private MatryoshkaCatalogue() {}

  static List<Setting<TrainingSettings>> all(String group) {
    return List.of(dimensions(group), weights(group), rotated(group));
  }

  /// Lengths of vectors as people list them; nothing for the whole length only.
  private static Setting<TrainingSettings> dimensions(String group) {
    return new Setting<>(
        "matryoshka",
        group,
        Setting.Kind.TEXT,
        settings ->
            settings.dimensions().stream()
                .map(dimension -> Integer.toString(dimension))
                .collect(Collectors.joining(", ")),
        (settings, text) -> {
          var dimensions = TrainingSetting.listed(text).stream().map(Integer::valueOf).toList();
          var before = settings.matryoshka();
          var rotated = before == null || before.rotated();
          return with(
              settings,
              dimensions.isEmpty() ? null : MatryoshkaSettings.of(dimensions).rotated(rotated));
        });
  }

  /// As many as there are lengths; nothing for all alike.
  private static Setting<TrainingSettings> weights(String group) {
    return new Setting<>(
        "matryoshkaWeights",
        group,
        Setting.Kind.TEXT,
        settings -> {
          var matryoshka = settings.matryoshka();
          return matryoshka == null || matryoshka.weights().stream().allMatch(weight -> weight == 1)
              ? ""
              : matryoshka.weights().stream()
                  .map(TrainingSetting::plain)
                  .collect(Collectors.joining(", "));
        },
        (settings, text) -> {
          var matryoshka = settings.matryoshka();
          if (matryoshka == null) {
            return settings;
          }
          var weights = TrainingSetting.listed(text).stream().map(Double::valueOf).toList();
          var dimensions = matryoshka.dimensions();
          return with(
              settings,
              weights.isEmpty()
                  ? MatryoshkaSettings.of(dimensions).rotated(matryoshka.rotated())
                  : new MatryoshkaSettings(dimensions, weights, matryoshka.rotated()));
        },
        List.of(),
        settings -> settings.matryoshka() != null);
  }

  private static Setting<TrainingSettings> rotated(String group) {
    return new Setting<>(
        "rotated",
        group,
        Setting.Kind.SWITCH,
        settings -> {
          var matryoshka = settings.matryoshka();
          return Boolean.toString(matryoshka == null || matryoshka.rotated());
        },
        (settings, text) -> {
          var matryoshka = settings.matryoshka();
          return matryoshka == null
              ? settings
              : with(settings, matryoshka.rotated(Boolean.parseBoolean(text)));
        },
        List.of(),
        settings -> settings.matryoshka() != null && !settings.method().adapts());
  }

  private static TrainingSettings with(
      TrainingSettings settings, @Nullable MatryoshkaSettings matryoshka) {
    return settings.edit().matryoshka(matryoshka).build();
  }
}
