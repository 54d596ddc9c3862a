package dev.retune.project;

import dev.retune.text.Problem;
import java.nio.file.Path;

/// What `project.json` says.
///
/// @param schemaVersion of the folder's layout; the store counts its own
record ProjectDescription(int schemaVersion, String name) {
  static final int SCHEMA_VERSION = 1;

  void check(Path folder) {
    if (schemaVersion > SCHEMA_VERSION) {
      throw Problem.of(Project.class, "newer", folder).exception();
    }
    if (schemaVersion < 1 || name == null) {
      throw Problem.of(Project.class, "description", folder.resolve(Project.DESCRIPTION))
          .exception();
    }
  }
}
