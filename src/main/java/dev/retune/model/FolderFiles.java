package dev.retune.model;

import dev.retune.task.Progress;
import dev.retune.text.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/// Whole folders: their size, copying, deleting.
final class FolderFiles {
  /// Other forms of the same weights, which this program never reads.
  private static final Set<String> OTHER_WEIGHTS =
      Set.of("bin", "h5", "msgpack", "onnx", "onnx_data", "ot", "pt", "tflite");

  private FolderFiles() {}

  /// The size of all files in `folder`; 0 if it is not there.
  static long bytes(Path folder) {
    long bytes = 0;
    for (var file : all(folder)) {
      try {
        bytes += Files.isRegularFile(file) ? Files.size(file) : 0;
      } catch (IOException _) {
        // A file that vanished meanwhile takes no room.
      }
    }
    return bytes;
  }

  /// Copies `from` with all it holds to `to`, which must not exist; what was copied is removed if
  /// it fails. Hidden files, links to folders and other forms of the weights are left out.
  ///
  /// @param progress advances by one for each file
  /// @throws dev.retune.text.ProblemException if it cannot be done
  static void copy(Path from, Path to, Progress progress) {
    try {
      Files.createDirectories(to);
      for (var source : all(from)) {
        progress.checkCancelled();
        var relative = from.relativize(source);
        if (hidden(relative)
            || otherWeights(relative)
            || (Files.isSymbolicLink(source) && Files.isDirectory(source))) {
          continue;
        }
        var target = to.resolve(relative.toString());
        if (Files.isDirectory(source)) {
          Files.createDirectories(target);
        } else {
          Files.copy(source, target);
          progress.advance(1);
        }
      }
    } catch (IOException e) {
      deleteQuietly(to);
      throw Problem.of(FolderFiles.class, "copy", from, to, String.valueOf(e.getMessage()))
          .exception(e);
    } catch (RuntimeException e) {
      deleteQuietly(to);
      throw e;
    }
  }

  private static boolean otherWeights(Path relative) {
    var name = relative.getFileName().toString();
    return OTHER_WEIGHTS.contains(name.substring(name.lastIndexOf('.') + 1));
  }

  private static boolean hidden(Path relative) {
    for (var part : relative) {
      if (part.toString().startsWith(".")) {
        return true;
      }
    }
    return false;
  }

  /// @throws dev.retune.text.ProblemException if something in it cannot be deleted
  static void delete(Path folder) {
    try {
      for (var path : all(folder).reversed()) {
        Files.deleteIfExists(path);
      }
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      throw Problem.of(FolderFiles.class, "delete", folder, String.valueOf(e.getMessage()))
          .exception(e);
    }
  }

  static void deleteQuietly(Path folder) {
    for (var path : all(folder).reversed()) {
      path.toFile().delete();
    }
    folder.toFile().delete();
  }

  static boolean emptyOrAbsent(Path folder) {
    if (!Files.exists(folder)) {
      return true;
    }
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      return !entries.iterator().hasNext();
    } catch (IOException _) {
      return false;
    }
  }

  /// All files and folders below `folder`, parents first.
  static List<Path> all(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var paths = Files.walk(folder)) {
      return paths
          .filter(path -> !path.equals(folder))
          .sorted(Comparator.comparing(Path::toString))
          .toList();
    } catch (IOException | UncheckedIOException _) {
      return List.of();
    }
  }
}
