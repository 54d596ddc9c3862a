package dev.retune.ui.train;

import dev.retune.encoder.LoraConfig;
import dev.retune.training.EarlyStopping;
import dev.retune.training.FreezeSettings;
import dev.retune.training.Method;
import dev.retune.training.Schedule;
import dev.retune.training.TrainingSettings;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// What of the model is trained, and how the training ends.
final class MethodCatalogue {
  private static final String GROUP = "method";

  private MethodCatalogue() {}

  static List<Setting> all() {
    return List.of(
        new Setting(
            "method",
            GROUP,
            Setting.Kind.CHOICE,
            settings -> settings.method().name(),
            (settings, text) -> settings.with(Method.valueOf(text)),
            Stream.of(Method.values()).map(Method::name).toList(),
            _ -> true),
        number(
            "loraRank",
            is(Method.LORA),
            settings -> settings.lora().rank(),
            (settings, value) -> settings.edit().lora(withRank(settings.lora(), value)).build()),
        number(
            "freezeLayers",
            is(Method.FULL),
            settings -> settings.freeze().layers(),
            (settings, value) ->
                settings
                    .edit()
                    .freeze(new FreezeSettings(settings.freeze().embeddings(), value))
                    .build()));
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

  private static Predicate<TrainingSettings> is(Method method) {
    return settings -> settings.method() == method;
  }

  /// Alpha goes with the rank, so that the updates keep their scale.
  private static LoraConfig withRank(LoraConfig lora, int rank) {
    return new LoraConfig(
        rank,
        lora.alpha() * rank / lora.rank(),
        lora.dropout(),
        lora.targets(),
        lora.rankStabilised());
  }

  private static Setting number(
      String key,
      Predicate<TrainingSettings> applies,
      Function<TrainingSettings, Integer> get,
      BiFunction<TrainingSettings, Integer, TrainingSettings> set) {
    return new Setting(
        key,
        GROUP,
        Setting.Kind.NUMBER,
        settings -> get.apply(settings).toString(),
        (settings, text) -> set.apply(settings, Integer.valueOf(text.strip())),
        List.of(),
        applies);
  }
}
