package dev.retune.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The window, as far as the command line knows it.
public interface WindowPort {

  /// Whether there is a screen to show it on.
  boolean available();

  /// Shows the window until the person closes it.
  ///
  /// @param project folder of the project to open; null for the start screen
  void show(@Nullable Path project);
}
