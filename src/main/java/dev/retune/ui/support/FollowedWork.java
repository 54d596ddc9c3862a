package dev.retune.ui.support;

import dev.retune.text.Text;
import java.time.Duration;
import java.util.Optional;

/// Work that runs elsewhere, such as a training process, with a line in the status bar. Used on the
/// FX thread.
public final class FollowedWork {
  private final StatusLine line;
  private final Runnable removed;

  FollowedWork(StatusLine line, Runnable removed) {
    this.line = line;
    this.removed = removed;
  }

  /// Shows how far it is.
  ///
  /// @param total units of the stage; 0 if unknown
  public void show(Text stage, long done, long total, Optional<Duration> remaining) {
    line.show(stage, done, total, remaining);
  }

  /// It ended, or is no longer watched.
  public void end() {
    removed.run();
  }
}
