package dev.retune.ui.train;

import dev.retune.training.EarlyStopping;
import dev.retune.training.FreezeSettings;
import dev.retune.training.Method;
import dev.retune.training.ModuleRates;
import dev.retune.training.Schedule;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What of the model is trained, and how the training ends.
final class MethodCatalogue {
  private static final String GROUP = "method";

  private MethodCatalogue() {}

  static List<Setting> all() {
    var all = new ArrayList<Setting>();
    all.add(
        new Setting(
            "method",
            GROUP,
            Setting.Kind.CHOICE,
            settings -> settings.method().name(),
            (settings, text) -> settings.with(Method.valueOf(text)),
            Stream.of(Method.values()).map(Method::name).toList(),
            _ -> true));
    all.addAll(LoraCatalogue.all());
    all.addAll(AdapterCatalogue.all());
    all.addAll(freeze());
    all.add(merge());
    return all;
  }

  private static List<Setting> freeze() {
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

  private static Setting frozen(
      String key,
      Setting.Kind kind,
      Function<FreezeSettings, String> get,
      BiFunction<FreezeSettings, String, FreezeSettings> set) {
    return new Setting(
        key,
        GROUP,
        kind,
        settings -> get.apply(settings.freeze()),
        (settings, text) ->
            settings.edit().freeze(set.apply(settings.freeze(), text.strip())).build(),
        List.of(),
        settings -> settings.method() == Method.FULL);
  }

  static Setting schedule() {
    return new Setting(
        "schedule",
        "learning",
        Setting.Kind.CHOICE,
        settings -> settings.schedule().name(),
        (settings, text) -> settings.edit().schedule(Schedule.Kind.valueOf(text)).build(),
        Stream.of(Schedule.Kind.values()).map(Schedule.Kind::name).toList(),
        _ -> true);
  }

  static Setting merge() {
    return new Setting(
        "mergeAlpha",
        GROUP,
        Setting.Kind.NUMBER,
        settings -> SettingCatalogue.plain(settings.mergeAlpha()),
        (settings, text) -> settings.edit().mergeAlpha(Double.parseDouble(text.strip())).build(),
        List.of(),
        settings -> settings.method() == Method.FULL);
  }

  static Setting normalize() {
    return new Setting(
        "normalize",
        "texts",
        Setting.Kind.CHOICE,
        settings -> settings.normalize() == null ? "BASE" : Boolean.toString(settings.normalize()),
        (settings, text) ->
            settings.edit().normalize(text.equals("BASE") ? null : Boolean.valueOf(text)).build(),
        List.of("BASE", "true", "false"),
        settings -> !settings.method().adapts());
  }

  /// `embeddings=0.1, encoder.layer.0=0.5`, as the command line takes it.
  static Setting rates() {
    return new Setting(
        "moduleRates",
        "learning",
        Setting.Kind.TEXT,
        settings ->
            settings.rates().written().entrySet().stream()
                .map(rate -> rate.getKey() + "=" + SettingCatalogue.plain(rate.getValue()))
                .collect(Collectors.joining(", ")),
        (settings, text) -> settings.edit().rates(rates(text)).build(),
        List.of(),
        settings -> settings.method() == Method.FULL);
  }

  private static ModuleRates rates(String text) {
    var factors = new TreeMap<String, Double>();
    for (var rate : text.strip().replaceAll("\\s*=\\s*", "=").split("[,，、\\s]+")) {
      if (!rate.isEmpty()) {
        var sides = rate.split("=", 2);
        factors.put(sides[0], Double.valueOf(sides.length == 2 ? sides[1] : ""));
      }
    }
    return new ModuleRates(factors);
  }

  static Setting patience() {
    return new Setting(
        "patience",
        "length",
        Setting.Kind.NUMBER,
        settings -> Integer.toString(settings.earlyStopping().patience()),
        (settings, text) ->
            settings
                .edit()
                .earlyStopping(
                    new EarlyStopping(
                        Integer.parseInt(text.strip()), settings.earlyStopping().threshold()))
                .build());
  }

  static Setting patienceThreshold() {
    return new Setting(
        "patienceThreshold",
        "length",
        Setting.Kind.NUMBER,
        settings -> SettingCatalogue.plain(settings.earlyStopping().threshold()),
        (settings, text) ->
            settings
                .edit()
                .earlyStopping(
                    new EarlyStopping(
                        settings.earlyStopping().patience(), Double.parseDouble(text.strip())))
                .build(),
        List.of(),
        settings -> settings.earlyStopping().patience() > 0);
  }
}
