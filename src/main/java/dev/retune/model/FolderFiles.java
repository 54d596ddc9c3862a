package dev.retune.model;

import dev.retune.file.Reason;
import dev.retune.task.Progress;
import dev.retune.text.Problem;
import dev.retune.text.Text;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// Whole folders: their size, copying, deleting.
final class FolderFiles {
  /// Other forms of the same weights, which this program never reads.
  private static final Set<String> OTHER_WEIGHTS =
      Set.of("bin", "h5", "msgpack", "onnx", "onnx_data", "ot", "pt", "tflite");

  /// Folders that hold another form of the whole model, often with a tokenizer of their own.
  private static final Set<String> OTHER_MODELS = Set.of("onnx", "openvino");

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

  /// Copies `from` with all it holds to `to`, which must not exist or be empty; what was copied is
  /// removed if it fails. Hidden files, links to folders and other forms of the model are left out.
  ///
  /// @param progress advances by one for each file; its stage says how many there are
  /// @throws dev.retune.text.ProblemException if it cannot be done
  static void copy(Path from, Path to, Progress progress) {
    copy(from, to, source -> copied(from, source), progress);
  }

  /// As [#copy(Path, Path, Progress)], with nothing left out.
  static void copyWhole(Path from, Path to, Progress progress) {
    copy(from, to, _ -> true, progress);
  }

  private static void copy(Path from, Path to, Predicate<Path> taken, Progress progress) {
    try {
      var sources = below(from).stream().filter(taken).toList();
      progress.begin(
          Text.of(FolderFiles.class, "copying", from.getFileName()),
          sources.stream().filter(source -> !Files.isDirectory(source)).count());
      Files.createDirectories(to);
      for (var source : sources) {
        progress.checkCancelled();
        var target = to.resolve(from.relativize(source).toString());
        if (Files.isDirectory(source)) {
          Files.createDirectories(target);
        } else {
          Files.copy(source, target);
          progress.advance(1);
        }
      }
    } catch (IOException e) {
      deleteQuietly(to);
      throw Problem.of(FolderFiles.class, "copy", from, to, Reason.of(e)).exception(e);
    } catch (RuntimeException e) {
      deleteQuietly(to);
      throw e;
    }
  }

  private static boolean copied(Path from, Path source) {
    var relative = from.relativize(source);
    for (var part : relative) {
      var name = part.toString();
      if (name.startsWith(".") || OTHER_MODELS.contains(name)) {
        return false;
      }
    }
    return Files.isDirectory(source)
        ? !Files.isSymbolicLink(source)
        : relative.startsWith(ModelEntry.ADAPTER) || !otherWeights(relative);
  }

  private static boolean otherWeights(Path file) {
    var name = file.getFileName().toString();
    int dot = name.lastIndexOf('.');
    return dot >= 0 && OTHER_WEIGHTS.contains(name.substring(dot + 1));
  }

  /// @throws dev.retune.text.ProblemException if something in it cannot be deleted
  static void delete(Path folder) {
    try {
      if (Files.isDirectory(folder)) {
        for (var path : below(folder).reversed()) {
          Files.deleteIfExists(path);
        }
      }
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      throw Problem.of(FolderFiles.class, "delete", folder, Reason.of(e)).exception(e);
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

  /// All files and folders below `folder`, parents first; none if it cannot be read.
  private static List<Path> all(Path folder) {
    try {
      return Files.isDirectory(folder) ? below(folder) : List.of();
    } catch (IOException _) {
      return List.of();
    }
  }

  private static List<Path> below(Path folder) throws IOException {
    try (var paths = Files.walk(folder)) {
      return paths
          .filter(path -> !path.equals(folder))
          .sorted(Comparator.comparing(Path::toString))
          .toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
