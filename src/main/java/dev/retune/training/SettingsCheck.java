package dev.retune.training;

import dev.retune.text.Problem;
import java.util.List;

/// Bounds of settings, each refusal naming the setting.
final class SettingsCheck {
  private SettingsCheck() {}

  static void atLeast(String setting, long value, long least) {
    if (value < least) {
      throw Problem.of(
              SettingsCheck.class,
              "setting.least",
              setting,
              Long.toString(value),
              Long.toString(least))
          .exception();
    }
  }

  static void named(String setting, List<String> names) {
    if (names.isEmpty() || names.stream().anyMatch(String::isBlank)) {
      throw Problem.of(SettingsCheck.class, "setting.empty", setting).exception();
    }
  }

  static void positive(String setting, double value, double high) {
    if (!(value > 0 && value <= high)) {
      throw Problem.of(
              SettingsCheck.class,
              "setting.positive",
              setting,
              Double.toString(value),
              Double.toString(high))
          .exception();
    }
  }

  static void between(String setting, double value, double low, double high) {
    if (!(value >= low && value <= high)) {
      throw Problem.of(
              SettingsCheck.class,
              "setting.range",
              setting,
              Double.toString(value),
              Double.toString(low),
              Double.toString(high))
          .exception();
    }
  }
}
