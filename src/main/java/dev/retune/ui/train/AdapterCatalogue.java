package dev.retune.ui.train;

import dev.retune.training.Method;
import dev.retune.training.TrainingSettings;
import dev.retune.training.adapter.AdapterSettings;
import dev.retune.training.adapter.AdapterSide;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// What may be set about an adapter over vectors; shown where it is the method.
final class AdapterCatalogue {
  private AdapterCatalogue() {}

  static List<Setting<TrainingSettings>> all() {
    return List.of(
        of(
            "adapterSide",
            Setting.Kind.CHOICE,
            adapter -> adapter.side().name(),
            (adapter, text) ->
                new AdapterSettings(
                    AdapterSide.valueOf(text),
                    adapter.hidden(),
                    adapter.dimension(),
                    adapter.bias()),
            Stream.of(AdapterSide.values()).map(AdapterSide::name).toList(),
            AdapterCatalogue::adapts),
        of(
            "adapterHidden",
            Setting.Kind.NUMBER,
            adapter -> Integer.toString(adapter.hidden()),
            (adapter, text) ->
                new AdapterSettings(
                    adapter.side(), Integer.parseInt(text), adapter.dimension(), adapter.bias()),
            List.of(),
            settings -> settings.method() == Method.TWO_LAYER_ADAPTER),
        of(
            "adapterDimension",
            Setting.Kind.NUMBER,
            adapter -> Integer.toString(adapter.dimension()),
            (adapter, text) ->
                new AdapterSettings(
                    adapter.side(), adapter.hidden(), Integer.parseInt(text), adapter.bias()),
            List.of(),
            AdapterCatalogue::adapts),
        of(
            "adapterBias",
            Setting.Kind.SWITCH,
            adapter -> Boolean.toString(adapter.bias()),
            (adapter, text) ->
                new AdapterSettings(
                    adapter.side(),
                    adapter.hidden(),
                    adapter.dimension(),
                    Boolean.parseBoolean(text)),
            List.of(),
            AdapterCatalogue::adapts));
  }

  private static boolean adapts(TrainingSettings settings) {
    return settings.method().adapts();
  }

  private static Setting<TrainingSettings> of(
      String key,
      Setting.Kind kind,
      Function<AdapterSettings, String> get,
      BiFunction<AdapterSettings, String, AdapterSettings> set,
      List<String> options,
      Predicate<TrainingSettings> applies) {
    return new Setting<>(
        key,
        "method",
        kind,
        settings -> get.apply(settings.adapter()),
        (settings, text) ->
            settings.edit().adapter(set.apply(settings.adapter(), text.strip())).build(),
        options,
        applies);
  }
}
