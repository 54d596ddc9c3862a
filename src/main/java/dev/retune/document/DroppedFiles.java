package dev.retune.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The files that are meant by what a person dropped.
final class DroppedFiles {
  private static final Logger LOG = LoggerFactory.getLogger(DroppedFiles.class);

  private DroppedFiles() {}

  /// Files as they are; of folders all files with the name of a known kind, sorted, without hidden
  /// ones.
  static List<Path> of(List<Path> dropped) {
    var files = new ArrayList<Path>();
    for (var path : dropped) {
      if (Files.isDirectory(path)) {
        addFolder(path, files);
      } else {
        files.add(path);
      }
    }
    return files;
  }

  private static void addFolder(Path folder, List<Path> files) {
    try (var walk = Files.walk(folder)) {
      walk.filter(file -> FileHead.named(file) && Files.isRegularFile(file))
          .filter(file -> !FileHead.name(file).startsWith("."))
          .sorted()
          .forEach(files::add);
    } catch (IOException | java.io.UncheckedIOException e) {
      LOG.warn("could not look through a dropped folder", e);
    }
  }
}
