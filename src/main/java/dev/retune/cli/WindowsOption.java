package dev.retune.cli;

import dev.retune.encoder.Windows;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Windows over long passages; `--windows` alone asks for the recommended ones.
final class WindowsOption {
  private static final String OFF = "off";

  @Option(
      names = "--windows",
      arity = "0..1",
      fallbackValue = "256/192",
      paramLabel = "<size/step|off>")
  @Nullable String windows;

  /// @return null for whole texts
  /// @throws dev.retune.text.ProblemException if they are of another form
  @Nullable Windows windows() {
    return windows(null);
  }

  /// @param otherwise where the option is not given
  /// @return null for whole texts
  /// @throws dev.retune.text.ProblemException if they are of another form
  @Nullable Windows windows(@Nullable Windows otherwise) {
    if (windows == null) {
      return otherwise;
    }
    return windows.equals(OFF) ? null : Windows.parse(windows);
  }
}
