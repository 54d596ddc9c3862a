package dev.retune.cli;

import dev.retune.text.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Checks before long work that its result will have a place.
final class EmptyFolder {
  private EmptyFolder() {}

  /// @throws dev.retune.text.ProblemException if `folder` is a file or holds something
  static void require(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (var entries = Files.list(folder)) {
      if (entries.findAny().isEmpty()) {
        return;
      }
    } catch (IOException _) {
      // A file, or not readable: no place either way.
    }
    throw Problem.of(EmptyFolder.class, "folder.notEmpty", folder).exception();
  }
}
