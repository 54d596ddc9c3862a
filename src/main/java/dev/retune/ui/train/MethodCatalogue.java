package dev.retune.ui.train;

import dev.retune.training.FreezeSettings;
import dev.retune.training.Method;
import dev.retune.training.TrainingSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/// What of the model is trained.
final class MethodCatalogue {
  private static final String GROUP = "method";

  private MethodCatalogue() {}

  static List<Setting<TrainingSettings>> all() {
    var all = new ArrayList<Setting<TrainingSettings>>();
    all.add(
        TrainingSetting.choice(
            "method", GROUP, Method.class, TrainingSettings::method, TrainingSettings::with));
    all.addAll(LoraCatalogue.all());
    all.addAll(AdapterCatalogue.all());
    all.addAll(freeze());
    all.add(merge());
    return all;
  }

  private static List<Setting<TrainingSettings>> freeze() {
    return List.of(
        frozen(
            "freezeLayers",
            Setting.Kind.NUMBER,
            freeze -> Integer.toString(freeze.layers()),
            (freeze, text) -> new FreezeSettings(freeze.embeddings(), Integer.parseInt(text))),
        frozen(
            "freezeEmbeddings",
            Setting.Kind.SWITCH,
            freeze -> Boolean.toString(freeze.embeddings()),
            (freeze, text) -> new FreezeSettings(Boolean.parseBoolean(text), freeze.layers())));
  }

  private static Setting<TrainingSettings> frozen(
      String key,
      Setting.Kind kind,
      Function<FreezeSettings, String> get,
      BiFunction<FreezeSettings, String, FreezeSettings> set) {
    return new Setting<>(
        key,
        GROUP,
        kind,
        settings -> get.apply(settings.freeze()),
        (settings, text) ->
            settings.edit().freeze(set.apply(settings.freeze(), text.strip())).build(),
        List.of(),
        settings -> settings.method() == Method.FULL);
  }

  private static Setting<TrainingSettings> merge() {
    return new Setting<>(
        "mergeAlpha",
        GROUP,
        Setting.Kind.NUMBER,
        settings -> TrainingSetting.plain(settings.mergeAlpha()),
        (settings, text) -> settings.edit().mergeAlpha(Double.parseDouble(text.strip())).build(),
        List.of(),
        settings -> settings.method() == Method.FULL);
  }
}
