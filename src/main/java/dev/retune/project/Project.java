package dev.retune.project;

import java.nio.file.Path;
import org.jdbi.v3.core.Jdbi;

/// An open project: a folder with its store, copies of the original documents, runs and vectors.
///
/// ```
/// project.json   schema version and name
/// store.db       SQLite, write-ahead log
/// originals/     <sha256>.<extension>
/// runs/          one folder a training run
/// vectors/       cached vectors
/// ```
///
/// Every change is a transaction, so there is nothing to save. One program at a time has a project
/// open.
public final class Project implements AutoCloseable {
  private Project() {}

  /// Makes a new project in `folder`, which may exist if it is empty, and opens it.
  ///
  /// @throws dev.retune.text.ProblemException if the folder holds something else or cannot be
  ///   written
  public static Project create(Path folder, String name) {
    throw new UnsupportedOperationException();
  }

  /// Opens the project in `folder`, bringing its store up to date.
  ///
  /// @throws dev.retune.text.ProblemException if there is no project, it is open already, cannot be
  ///   written, or was made by a newer program
  public static Project open(Path folder) {
    throw new UnsupportedOperationException();
  }

  public Path folder() {
    throw new UnsupportedOperationException();
  }

  public String name() {
    throw new UnsupportedOperationException();
  }

  /// The one connection that writes. Handles are lent one at a time, whichever thread asks; nested
  /// use on one thread joins the outer handle and its transaction.
  public Jdbi jdbi() {
    throw new UnsupportedOperationException();
  }

  /// Connections that only read and never wait for a writer. They see what was committed.
  public Jdbi reading() {
    throw new UnsupportedOperationException();
  }

  /// Choices that belong to this project.
  public ProjectSettings settings() {
    throw new UnsupportedOperationException();
  }

  public Path originals() {
    throw new UnsupportedOperationException();
  }

  public Path runs() {
    throw new UnsupportedOperationException();
  }

  public Path vectors() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {
    throw new UnsupportedOperationException();
  }
}
