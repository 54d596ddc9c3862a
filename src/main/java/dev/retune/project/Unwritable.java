package dev.retune.project;

import dev.retune.file.AtomicFile;
import dev.retune.file.Reason;
import dev.retune.text.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Tells a folder that may not be written from one that can and could not, such as on a full disk.
final class Unwritable {
  private Unwritable() {}

  static RuntimeException folder(Path folder, IOException e) {
    var existing = folder;
    while (!Files.exists(existing) && existing.getParent() != null) {
      existing = existing.getParent();
    }
    var problem =
        Files.isWritable(existing)
            ? Problem.of(AtomicFile.class, "write", folder, Reason.of(e))
            : Problem.of(Project.class, "readOnly", folder);
    return problem.exception(e);
  }
}
