package dev.retune.ui.train;

import dev.retune.training.loss.Distance;
import dev.retune.training.loss.LossParameter;
import dev.retune.training.loss.LossSettings;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// What may be set about a loss; each is shown where it has an effect.
final class LossParameters {
  private LossParameters() {}

  static List<Setting<LossSettings>> all(String group) {
    return List.of(
        number("scale", group, LossParameter.SCALE, _ -> true),
        flag("symmetric", group, LossParameter.SYMMETRIC),
        flag("dotProduct", group, LossParameter.DOT_PRODUCT),
        number("labelSmoothing", group, LossParameter.LABEL_SMOOTHING, _ -> true),
        number("margin", group, LossParameter.MARGIN, LossSettings::guided),
        number("apart", group, LossParameter.MARGIN, loss -> !loss.guided()),
        flag("relativeMargin", group, LossParameter.RELATIVE_MARGIN),
        distance(group),
        number("threshold", group, LossParameter.THRESHOLD, _ -> true));
  }

  private static Setting<LossSettings> number(
      String key, String group, LossParameter parameter, Predicate<LossSettings> also) {
    return of(
        key,
        group,
        Setting.Kind.NUMBER,
        loss -> TrainingSetting.plain(loss.number(parameter)),
        (loss, text) -> loss.with(parameter, Double.valueOf(text.strip())),
        List.of(),
        also.and(loss -> loss.takes(parameter)));
  }

  private static Setting<LossSettings> flag(String key, String group, LossParameter parameter) {
    return of(
        key,
        group,
        Setting.Kind.SWITCH,
        loss -> Boolean.toString(loss.flag(parameter)),
        (loss, text) -> loss.with(parameter, Boolean.valueOf(text)),
        List.of(),
        loss -> loss.takes(parameter));
  }

  private static Setting<LossSettings> distance(String group) {
    return of(
        "distance",
        group,
        Setting.Kind.CHOICE,
        loss -> loss.distance().name(),
        (loss, text) -> loss.with(LossParameter.DISTANCE, Distance.valueOf(text)),
        Stream.of(Distance.values()).map(Distance::name).toList(),
        loss -> loss.takes(LossParameter.DISTANCE));
  }

  private static Setting<LossSettings> of(
      String key,
      String group,
      Setting.Kind kind,
      Function<LossSettings, String> get,
      BiFunction<LossSettings, String, LossSettings> set,
      List<String> options,
      Predicate<LossSettings> applies) {
    return new Setting<>(key, group, kind, get, set, options, applies);
  }
}
