package dev.retune.training;

import dev.retune.text.Problem;

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
