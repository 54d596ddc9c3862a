package dev.retune.ui.train;

import dev.retune.encoder.LoraConfig;
import dev.retune.training.Method;
import dev.retune.training.TrainingSettings;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/// What may be set about low-rank updates; shown where they are the method.
final class LoraCatalogue {
  private LoraCatalogue() {}

  static List<Setting<TrainingSettings>> all() {
    return List.of(
        of(
            "loraRank",
            Setting.Kind.NUMBER,
            lora -> Integer.toString(lora.rank()),
            (lora, text) -> withRank(lora, Integer.parseInt(text))),
        of(
            "loraAlpha",
            Setting.Kind.NUMBER,
            lora -> TrainingSetting.plain(lora.alpha()),
            (lora, text) ->
                new LoraConfig(
                    lora.rank(),
                    Double.parseDouble(text),
                    lora.dropout(),
                    lora.targets(),
                    lora.rankStabilised())),
        of(
            "loraDropout",
            Setting.Kind.NUMBER,
            lora -> TrainingSetting.plain(lora.dropout()),
            (lora, text) ->
                new LoraConfig(
                    lora.rank(),
                    lora.alpha(),
                    Double.parseDouble(text),
                    lora.targets(),
                    lora.rankStabilised())),
        of(
            "loraTargets",
            Setting.Kind.TEXT,
            lora -> String.join(", ", lora.targets()),
            (lora, text) ->
                new LoraConfig(
                    lora.rank(),
                    lora.alpha(),
                    lora.dropout(),
                    List.of(text.split("[,\\s]+")),
                    lora.rankStabilised())),
        of(
            "loraRankStabilised",
            Setting.Kind.SWITCH,
            lora -> Boolean.toString(lora.rankStabilised()),
            (lora, text) ->
                new LoraConfig(
                    lora.rank(),
                    lora.alpha(),
                    lora.dropout(),
                    lora.targets(),
                    Boolean.parseBoolean(text))));
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

  private static Setting<TrainingSettings> of(
      String key,
      Setting.Kind kind,
      Function<LoraConfig, String> get,
      BiFunction<LoraConfig, String, LoraConfig> set) {
    return new Setting<>(
        key,
        "method",
        kind,
        settings -> get.apply(settings.lora()),
        (settings, text) -> with(settings, set.apply(settings.lora(), text.strip())),
        List.of(),
        settings -> settings.method() == Method.LORA);
  }

  private static TrainingSettings with(TrainingSettings settings, LoraConfig lora) {
    return settings.edit().lora(lora).build();
  }
}
