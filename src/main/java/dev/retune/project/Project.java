package dev.retune.project;

import dev.retune.file.Json;
import dev.retune.text.Problem;
import dev.retune.text.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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
  static final String DESCRIPTION = "project.json";
  static final String STORE = "store.db";
  private static final Logger LOG = LoggerFactory.getLogger(Project.class);
  private static final List<String> FOLDERS = List.of("originals", "runs", "vectors");

  private final Path folder;
  private final ProjectDescription description;
  private final ProjectLock lock;
  private final Store store;
  private final Turn importing = new Turn();

  private Project(Path folder, ProjectDescription description, ProjectLock lock, Store store) {
    this.folder = folder;
    this.description = description;
    this.lock = lock;
    this.store = store;
  }

  /// Makes a new project in `folder`, which may exist if it is empty, and opens it.
  ///
  /// @throws ProblemException if the folder holds something else or cannot be written
  public static Project create(Path folder, String name) {
    var absolute = folder.toAbsolutePath().normalize();
    try {
      if (isProject(absolute)) {
        throw Problem.of(Project.class, "exists", absolute).exception();
      }
      if (Files.exists(absolute) && !empty(absolute)) {
        throw Problem.of(Project.class, "notEmpty", absolute).exception();
      }
      Files.createDirectories(absolute);
    } catch (IOException e) {
      throw Unwritable.folder(absolute, e);
    }
    return openLocked(
        absolute, new ProjectDescription(ProjectDescription.SCHEMA_VERSION, name.strip()));
  }

  /// Opens the project in `folder`, bringing its store up to date.
  ///
  /// @throws ProblemException if there is no project, it is open already, cannot be written, or was
  ///   made by a newer program
  public static Project open(Path folder) {
    var absolute = folder.toAbsolutePath().normalize();
    var file = absolute.resolve(DESCRIPTION);
    if (!Files.isRegularFile(file)) {
      throw Problem.of(Project.class, "none", absolute).exception();
    }
    var description = Json.read(file, ProjectDescription.class);
    description.check(absolute);
    return openLocked(absolute, description);
  }

  /// Whether `folder` looks like a project; it may still fail to open.
  public static boolean isProject(Path folder) {
    return Files.isRegularFile(folder.resolve(DESCRIPTION));
  }

  /// The name of the project in `folder`, without opening it; empty if there is none to read.
  public static Optional<String> nameAt(Path folder) {
    try {
      return Optional.of(Json.read(folder.resolve(DESCRIPTION), ProjectDescription.class).name());
    } catch (ProblemException _) {
      return Optional.empty();
    }
  }

  private static Project openLocked(Path folder, ProjectDescription description) {
    var lock = ProjectLock.take(folder);
    boolean fresh = !isProject(folder);
    Store store = null;
    try {
      for (var part : FOLDERS) {
        Files.createDirectories(folder.resolve(part));
      }
      store = Store.open(folder.resolve(STORE));
      // Written last, so that a folder whose creation was cut short is not taken for a project.
      if (fresh) {
        Json.write(folder.resolve(DESCRIPTION), description);
      }
      return new Project(folder, description, lock, store);
    } catch (IOException e) {
      giveUp(folder, fresh, lock, store);
      throw Unwritable.folder(folder, e);
    } catch (RuntimeException e) {
      giveUp(folder, fresh, lock, store);
      throw e;
    }
  }

  /// What was half made goes away, so that the same name can be tried again.
  private static void giveUp(Path folder, boolean fresh, ProjectLock lock, @Nullable Store store) {
    try (lock) {
      if (store != null) {
        store.close();
      }
      if (fresh) {
        for (var suffix : List.of("", "-wal", "-shm")) {
          Files.deleteIfExists(folder.resolve(STORE + suffix));
        }
        for (var part : FOLDERS) {
          Files.deleteIfExists(folder.resolve(part));
        }
      }
    } catch (IOException e) {
      LOG.warn("could not take back what was made of {}", folder, e);
    }
  }

  private static boolean empty(Path folder) throws IOException {
    try (var entries = Files.list(folder)) {
      return entries.allMatch(entry -> ProjectLock.isOwnFile(entry.getFileName().toString()));
    }
  }

  public Path folder() {
    return folder;
  }

  public String name() {
    return description.name();
  }

  /// The one connection that writes. Handles are lent one at a time, whichever thread asks, and are
  /// given back by the thread that took them; nested use on one thread joins the outer handle and
  /// its transaction. Failures of the disk inside a transaction arrive as [ProblemException].
  public Jdbi jdbi() {
    return store.writing();
  }

  /// Connections that only read and never wait for a writer. They see what was committed.
  public Jdbi reading() {
    return store.reading();
  }

  /// Choices that belong to this project.
  public ProjectSettings settings() {
    return new ProjectSettings(this);
  }

  /// For who writes into [#originals]: two imports at once would take each other's copies for
  /// leftovers.
  public Turn importing() {
    return importing;
  }

  public Path originals() {
    return folder.resolve("originals");
  }

  public Path runs() {
    return folder.resolve("runs");
  }

  public Path vectors() {
    return folder.resolve("vectors");
  }

  /// Closes the store and lets others open the project. Closing twice does nothing.
  @Override
  public void close() {
    try {
      store.close();
    } finally {
      lock.close();
    }
  }
}
