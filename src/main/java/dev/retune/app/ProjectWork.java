package dev.retune.app;

import dev.retune.ui.documents.DocumentsWork;
import dev.retune.ui.train.PreparedRun;

/// What goes on in an open project, and what was prepared there, whichever screens show it.
///
/// @param documents what goes on in its documents
/// @param run what was prepared for the next training
record ProjectWork(DocumentsWork documents, PreparedRun run) {

  /// Nothing yet, for a project that was just opened.
  static ProjectWork none() {
    return new ProjectWork(new DocumentsWork(), PreparedRun.nothing());
  }
}
