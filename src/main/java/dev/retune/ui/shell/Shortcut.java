package dev.retune.ui.shell;

import java.util.Locale;

/// The name of the platform's shortcut key.
final class Shortcut {
  private Shortcut() {}

  static String name() {
    var mac = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("mac");
    return mac ? "Cmd" : "Ctrl";
  }
}
