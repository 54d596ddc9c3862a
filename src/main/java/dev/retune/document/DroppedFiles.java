package dev.retune.document;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The files that are meant by what a person dropped.
final class DroppedFiles {
  private DroppedFiles() {}

  /// Files as they are; of folders all files with the name of a known kind, sorted, without hidden
  /// ones. A folder that cannot be looked into stands for itself, so that its import fails by name.
  static List<Path> of(List<Path> dropped) {
    var files = new ArrayList<Path>();
    for (var path : dropped) {
      if (Files.isDirectory(path)) {
        files.addAll(inFolder(path));
      } else {
        files.add(path);
      }
    }
    return files;
  }

  private static List<Path> inFolder(Path folder) {
    var search = new Search(folder);
    try {
      Files.walkFileTree(folder, search);
    } catch (IOException _) {
      search.files.add(folder);
    }
    return search.files.stream().sorted().distinct().toList();
  }

  private static final class Search extends SimpleFileVisitor<Path> {
    private final Path top;
    private final List<Path> files = new ArrayList<>();

    Search(Path top) {
      this.top = top;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      return !folder.equals(top) && hidden(folder)
          ? FileVisitResult.SKIP_SUBTREE
          : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      // Not the attributes, which are a link's own.
      if (FileHead.named(file) && !hidden(file) && Files.isRegularFile(file)) {
        files.add(file);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      if (!hidden(file)) {
        files.add(file);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) {
      if (e != null) {
        files.add(folder);
      }
      return FileVisitResult.CONTINUE;
    }

    private static boolean hidden(Path file) {
      return FileHead.name(file).startsWith(".");
    }
  }
}
