package dev.retune.encoder;

import dev.retune.file.Reason;
import dev.retune.text.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.UUID;

/// Writes a folder whole or not at all.
final class FolderSwap {
  private FolderSwap() {}

  /// What fills the folder.
  @FunctionalInterface
  interface Content {
    void writeTo(Path folder) throws IOException;
  }

  /// Fills a new neighbour of `target` and moves it there; what stood there is removed last.
  ///
  /// @throws dev.retune.text.ProblemException if it cannot be written; the previous folder stands
  static void write(Path target, Content content) {
    var absolute = target.toAbsolutePath().normalize();
    var name = absolute.getFileName() + "." + UUID.randomUUID();
    var fresh = absolute.resolveSibling("." + name + ".part");
    var old = absolute.resolveSibling("." + name + ".old");
    try {
      Files.createDirectories(absolute.getParent());
      Files.createDirectory(fresh);
      content.writeTo(fresh);
      if (Files.exists(absolute)) {
        Files.move(absolute, old, StandardCopyOption.ATOMIC_MOVE);
      }
      try {
        Files.move(fresh, absolute, StandardCopyOption.ATOMIC_MOVE);
      } catch (IOException e) {
        if (Files.exists(old)) {
          Files.move(old, absolute, StandardCopyOption.ATOMIC_MOVE);
        }
        throw e;
      }
    } catch (IOException e) {
      throw Problem.of(FolderSwap.class, "write_folder", target, Reason.of(e)).exception(e);
    } finally {
      deleteQuietly(fresh);
      deleteQuietly(old);
    }
  }

  private static void deleteQuietly(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (var paths = Files.walk(folder)) {
      for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException _) {
      // A leftover hidden neighbour is harmless; the write's own outcome matters.
    }
  }
}
