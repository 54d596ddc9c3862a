package dev.retune.ui.train;

import dev.retune.training.TrainingSettings;
import dev.retune.training.TrainingSettingsBuilder;
import dev.retune.training.loss.LossSettings;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/// Settings of a training by what is typed or chosen, and their defaults.
final class TrainingSetting {
  private TrainingSetting() {}

  static Setting<TrainingSettings> whole(
      String key,
      String group,
      ToIntFunction<TrainingSettings> get,
      BiFunction<TrainingSettingsBuilder, Integer, TrainingSettingsBuilder> set) {
    return new Setting<>(
        key,
        group,
        Setting.Kind.NUMBER,
        settings -> Integer.toString(get.applyAsInt(settings)),
        (settings, text) -> set.apply(settings.edit(), Integer.valueOf(text.strip())).build());
  }

  static Setting<TrainingSettings> real(
      String key,
      String group,
      ToDoubleFunction<TrainingSettings> get,
      BiFunction<TrainingSettingsBuilder, Double, TrainingSettingsBuilder> set) {
    return new Setting<>(
        key,
        group,
        Setting.Kind.NUMBER,
        settings -> plain(get.applyAsDouble(settings)),
        (settings, text) -> set.apply(settings.edit(), Double.valueOf(text.strip())).build());
  }

  static Setting<TrainingSettings> flag(
      String key,
      String group,
      Function<TrainingSettings, Boolean> get,
      BiFunction<TrainingSettingsBuilder, Boolean, TrainingSettingsBuilder> set) {
    return new Setting<>(
        key,
        group,
        Setting.Kind.SWITCH,
        settings -> Boolean.toString(get.apply(settings)),
        (settings, text) -> set.apply(settings.edit(), Boolean.valueOf(text)).build());
  }

  static <E extends Enum<E>> Setting<TrainingSettings> choice(
      String key,
      String group,
      Class<E> type,
      Function<TrainingSettings, E> get,
      BiFunction<TrainingSettings, E, TrainingSettings> set) {
    return new Setting<>(
        key,
        group,
        Setting.Kind.CHOICE,
        settings -> get.apply(settings).name(),
        (settings, text) -> set.apply(settings, Enum.valueOf(type, text)),
        Stream.of(type.getEnumConstants()).map(Enum::name).toList(),
        _ -> true);
  }

  /// The default: that of the card, or of the loss where the person chose another.
  ///
  /// @param card the settings of the chosen card
  static String standard(
      Setting<TrainingSettings> setting, TrainingSettings card, TrainingSettings now) {
    var ofLoss = LossSettings.of(now.loss().name());
    return setting.kind() == Setting.Kind.CHOICE || card.loss().name() == ofLoss.name()
        ? setting.get().apply(card)
        : setting.get().apply(card.edit().loss(ofLoss).build());
  }

  /// What people list, with commas or spaces between.
  static List<String> listed(String text) {
    return Stream.of(text.split("[,，、\\s]+")).filter(each -> !each.isEmpty()).toList();
  }

  /// 2e-5 as people write it, .1 without a tail of zeros.
  static String plain(double value) {
    if (value != 0 && Math.abs(value) < 1e-3) {
      return String.format(Locale.ROOT, "%.1e", value)
          .replace(".0e", "e")
          .replaceFirst("e([+-])0", "e$1");
    }
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }
}
