package dev.retune.ui.support;

import java.time.Clock;
import java.util.Locale;

/// What every screen is handed: the language, the task runner and the ports to the desktop.
///
/// @param locale language of all strings
/// @param tasks runs work off the FX thread
/// @param notices "done · Undo" at the foot of the window
/// @param saved when the project was last written
/// @param memory what the window remembers
/// @param files choosing files and folders
/// @param browser pages and folders outside the window
/// @param clock the time
public record Ui(
    Locale locale,
    FxTasks tasks,
    Notices notices,
    Saved saved,
    UiMemory memory,
    FileChoice files,
    Browser browser,
    Clock clock) {

  /// The strings of the package that `owner` belongs to.
  public Messages messages(Class<?> owner) {
    return Messages.of(owner, locale);
  }

  public Formats formats() {
    return new Formats(locale, clock.getZone());
  }
}
