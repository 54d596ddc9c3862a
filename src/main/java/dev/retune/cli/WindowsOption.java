package dev.retune.cli;

import dev.retune.encoder.Windows;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Windows over long passages; `--windows` alone asks for the recommended ones.
final class WindowsOption {
  @Option(
      names = "--windows",
      arity = "0..1",
      fallbackValue = "256/192",
      paramLabel = "<size/step>")
  @Nullable String windows;

  /// @return null if not asked for
  /// @throws dev.retune.text.ProblemException if they are of another form
  @Nullable Windows windows() {
    return windows == null ? null : Windows.parse(windows);
  }
}
