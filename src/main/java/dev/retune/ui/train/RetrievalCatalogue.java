package dev.retune.ui.train;

import dev.retune.encoder.Windows;
import dev.retune.retrieval.HybridSearcher;
import dev.retune.retrieval.RetrievalSettings;
import dev.retune.training.TrainingSettings;
import java.util.List;

/// How passages are read and scored.
final class RetrievalCatalogue {
  private RetrievalCatalogue() {}

  static List<Setting> all() {
    return List.of(
        new Setting(
            "windows",
            "texts",
            Setting.Kind.SWITCH,
            settings -> Boolean.toString(settings.retrieval().windows() != null),
            (settings, text) -> windows(settings, Boolean.parseBoolean(text))),
        new Setting(
            "hybrid",
            "measuring",
            Setting.Kind.SWITCH,
            settings -> Boolean.toString(settings.retrieval().hybridWeight() != null),
            (settings, text) -> hybrid(settings, Boolean.parseBoolean(text))));
  }

  private static TrainingSettings windows(TrainingSettings settings, boolean on) {
    var weight = settings.retrieval().hybridWeight();
    return with(settings, new RetrievalSettings(on ? Windows.RECOMMENDED : null, weight));
  }

  private static TrainingSettings hybrid(TrainingSettings settings, boolean on) {
    var windows = settings.retrieval().windows();
    return with(settings, new RetrievalSettings(windows, on ? HybridSearcher.EQUAL : null));
  }

  private static TrainingSettings with(TrainingSettings settings, RetrievalSettings retrieval) {
    return settings.edit().retrieval(retrieval).build();
  }
}
