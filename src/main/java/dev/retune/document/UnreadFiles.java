package dev.retune.document;

import dev.retune.project.Project;
import dev.retune.project.ProjectSettings;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/// Files of an import that has not come to them yet, kept with the project: should the program end
/// before, the next start can say so.
public final class UnreadFiles {
  private static final String KEY = "import.unread";

  private final ProjectSettings settings;

  public UnreadFiles(Project project) {
    this.settings = project.settings();
  }

  public List<Path> get() {
    return settings.get(KEY, String[].class).stream()
        .flatMap(Arrays::stream)
        .map(Path::of)
        .toList();
  }

  /// Keeps what `unread` holds now; asked from several threads, the last one has the newest.
  public synchronized void keep(Supplier<List<Path>> unread) {
    var files = unread.get().stream().map(Path::toAbsolutePath).toList();
    if (!get().equals(files)) {
      settings.put(KEY, files.stream().map(Path::toString).toList());
    }
  }
}
