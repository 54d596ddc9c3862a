package dev.retune.ui.train;

import dev.retune.encoder.Windows;
import dev.retune.retrieval.HybridSearcher;
import dev.retune.retrieval.RetrievalSettings;
import dev.retune.training.TrainingSettings;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How passages are read and scored.
final class RetrievalCatalogue {
  private RetrievalCatalogue() {}

  /// Whether passages are read in windows, and in which: `256/192`, as the command line takes it.
  static List<Setting<TrainingSettings>> windows(String group) {
    return List.of(
        new Setting<>(
            "windows",
            group,
            Setting.Kind.SWITCH,
            settings -> Boolean.toString(settings.retrieval().windows() != null),
            (settings, text) ->
                windows(settings, Boolean.parseBoolean(text) ? Windows.RECOMMENDED : null)),
        new Setting<>(
            "windowSize",
            group,
            Setting.Kind.TEXT,
            settings -> {
              var windows = settings.retrieval().windows();
              return (windows == null ? Windows.RECOMMENDED : windows).toString();
            },
            (settings, text) -> windows(settings, Windows.parse(text)),
            List.of(),
            settings -> settings.retrieval().windows() != null));
  }

  /// Whether BM25 is joined in what is measured, and how much it counts.
  static List<Setting<TrainingSettings>> hybrid(String group) {
    return List.of(
        new Setting<>(
            "hybrid",
            group,
            Setting.Kind.SWITCH,
            settings -> Boolean.toString(settings.retrieval().hybridWeight() != null),
            (settings, text) ->
                hybrid(settings, Boolean.parseBoolean(text) ? HybridSearcher.EQUAL : null)),
        new Setting<>(
            "hybridWeight",
            group,
            Setting.Kind.NUMBER,
            settings -> {
              var weight = settings.retrieval().hybridWeight();
              return TrainingSetting.plain(weight == null ? HybridSearcher.EQUAL : weight);
            },
            (settings, text) -> hybrid(settings, Double.valueOf(text.strip())),
            List.of(),
            settings -> settings.retrieval().hybridWeight() != null));
  }

  private static TrainingSettings windows(TrainingSettings settings, @Nullable Windows windows) {
    return with(settings, new RetrievalSettings(windows, settings.retrieval().hybridWeight()));
  }

  private static TrainingSettings hybrid(TrainingSettings settings, @Nullable Double weight) {
    return with(settings, new RetrievalSettings(settings.retrieval().windows(), weight));
  }

  private static TrainingSettings with(TrainingSettings settings, RetrievalSettings retrieval) {
    return settings.edit().retrieval(retrieval).build();
  }
}
