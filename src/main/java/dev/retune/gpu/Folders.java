package dev.retune.gpu;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;

/// Deletes folders; links in them, not what these lead to.
final class Folders {
  private Folders() {}

  /// Puts `fresh` in the place of `old`, which may be missing.
  static void replace(Path old, Path fresh) throws IOException {
    var aside = old.resolveSibling(old.getFileName() + ".old");
    delete(aside);
    if (Files.exists(old)) {
      Files.move(old, aside, StandardCopyOption.ATOMIC_MOVE);
    }
    Files.move(fresh, old, StandardCopyOption.ATOMIC_MOVE);
    delete(aside);
  }

  static void delete(Path folder) throws IOException {
    if (Files.notExists(folder)) {
      return;
    }
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
