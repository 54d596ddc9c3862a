package dev.retune.ui.support;

import java.util.Locale;

/// Keys as this platform prints them.
public final class Shortcut {
  private Shortcut() {}

  /// The shortcut key with another: "Ctrl+O", on a Mac "⌘O".
  public static String with(String key) {
    var mac = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("mac");
    return mac ? "⌘" + key : "Ctrl+" + key;
  }
}
