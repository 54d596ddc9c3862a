package dev.retune.ui.train;

import dev.retune.encoder.DeviceChoice;
import dev.retune.encoder.Precision;
import java.util.stream.Stream;

/// What to compute on, and in which numbers.
final class MachineCatalogue {
  private static final String GROUP = "machine";

  private MachineCatalogue() {}

  static Setting device() {
    return new Setting(
        "device",
        GROUP,
        Setting.Kind.CHOICE,
        settings -> settings.device().name(),
        (settings, text) -> settings.edit().device(DeviceChoice.valueOf(text)).build(),
        Stream.of(DeviceChoice.values()).map(DeviceChoice::name).toList(),
        _ -> true);
  }

  static Setting precision() {
    return new Setting(
        "precision",
        GROUP,
        Setting.Kind.CHOICE,
        settings -> settings.precision().name(),
        (settings, text) -> settings.edit().precision(Precision.valueOf(text)).build(),
        Stream.of(Precision.values()).map(Precision::name).toList(),
        _ -> true);
  }
}
