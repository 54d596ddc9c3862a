package dev.retune.app;

import dev.retune.project.Project;
import dev.retune.workflow.Workbench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Projects that were open before, for menus.
record RecentProjects(Workbench workbench) {

  /// A project of the list.
  ///
  /// @param opened when it was last written to; empty if its folder is gone
  record Recent(String name, Path folder, Optional<Instant> opened, boolean found) {}

  List<Recent> list() {
    return workbench.settings().get().recentProjects().stream()
        .map(Path::of)
        .map(RecentProjects::recent)
        .toList();
  }

  private static Recent recent(Path folder) {
    var store = folder.resolve("store.db");
    Optional<Instant> opened;
    try {
      opened = Optional.of(Files.getLastModifiedTime(store).toInstant());
    } catch (IOException _) {
      opened = Optional.empty();
    }
    var found = Files.exists(folder.resolve("project.json"));
    var name = Project.nameAt(folder).orElse(String.valueOf(folder.getFileName()));
    return new Recent(name, folder, opened, found);
  }
}
