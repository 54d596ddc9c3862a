package dev.retune.ui.train;

import dev.retune.training.TrainingSettings;
import dev.retune.training.loss.LossParameter;
import dev.retune.training.loss.LossSettings;
import dev.retune.training.loss.LossTable;
import dev.retune.training.loss.Material;
import dev.retune.training.loss.MatryoshkaSettings;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The loss and what may be set about it; a parameter is shown where it has an effect.
final class LossCatalogue {
  private static final String GROUP = "loss";

  private LossCatalogue() {}

  /// The losses are those that learn from pairs, which is what a project has.
  static List<Setting> all() {
    return List.of(
        choice(),
        number("scale", LossParameter.SCALE),
        flag("symmetric", LossParameter.SYMMETRIC),
        flag("dotProduct", LossParameter.DOT_PRODUCT),
        number("labelSmoothing", LossParameter.LABEL_SMOOTHING),
        number("margin", LossParameter.MARGIN),
        flag("relativeMargin", LossParameter.RELATIVE_MARGIN),
        number("threshold", LossParameter.THRESHOLD),
        matryoshka(),
        rotated());
  }

  /// Lengths of vectors as people list them; nothing for the whole length only.
  private static Setting matryoshka() {
    return new Setting(
        "matryoshka",
        GROUP,
        Setting.Kind.TEXT,
        settings ->
            settings.dimensions().stream()
                .map(dimension -> Integer.toString(dimension))
                .collect(Collectors.joining(", ")),
        (settings, text) -> {
          var dimensions =
              Stream.of(text.split("[,，、\\s]+"))
                  .filter(Predicate.not(String::isEmpty))
                  .map(Integer::valueOf)
                  .toList();
          var before = settings.matryoshka();
          var rotated = before == null || before.rotated();
          return settings
              .edit()
              .matryoshka(
                  dimensions.isEmpty() ? null : MatryoshkaSettings.of(dimensions).rotated(rotated))
              .build();
        });
  }

  private static Setting rotated() {
    return new Setting(
        "rotated",
        GROUP,
        Setting.Kind.SWITCH,
        settings -> {
          var matryoshka = settings.matryoshka();
          return Boolean.toString(matryoshka != null && matryoshka.rotated());
        },
        (settings, text) -> {
          var matryoshka = Objects.requireNonNull(settings.matryoshka());
          return settings.edit().matryoshka(matryoshka.rotated(Boolean.parseBoolean(text))).build();
        },
        List.of(),
        settings -> settings.matryoshka() != null && !settings.method().adapts());
  }

  private static Setting choice() {
    return new Setting(
        "loss",
        GROUP,
        Setting.Kind.CHOICE,
        settings -> settings.loss().name().name(),
        (settings, text) -> withLoss(settings, LossSettings.of(LossSettings.Name.valueOf(text))),
        LossTable.fitting(Material.PAIRS).stream().map(LossSettings.Name::name).toList(),
        _ -> true);
  }

  private static Setting number(String key, LossParameter parameter) {
    return parameter(
        key,
        parameter,
        Setting.Kind.NUMBER,
        loss -> SettingCatalogue.plain(loss.number(parameter)),
        (loss, text) -> loss.with(parameter, Double.valueOf(text.strip())));
  }

  private static Setting flag(String key, LossParameter parameter) {
    return parameter(
        key,
        parameter,
        Setting.Kind.SWITCH,
        loss -> Boolean.toString(loss.flag(parameter)),
        (loss, text) -> loss.with(parameter, Boolean.valueOf(text)));
  }

  private static Setting parameter(
      String key,
      LossParameter parameter,
      Setting.Kind kind,
      Function<LossSettings, String> get,
      BiFunction<LossSettings, String, LossSettings> set) {
    return new Setting(
        key,
        GROUP,
        kind,
        settings -> get.apply(settings.loss()),
        (settings, text) -> withLoss(settings, set.apply(settings.loss(), text)),
        List.of(),
        settings -> settings.loss().takes(parameter));
  }

  private static TrainingSettings withLoss(TrainingSettings settings, LossSettings loss) {
    return settings.edit().loss(loss).build();
  }
}
