package dev.retune.project;

import dev.retune.file.Reason;
import dev.retune.text.Problem;
import dev.retune.text.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.transaction.DelegatingTransactionHandler;
import org.jdbi.v3.core.transaction.LocalTransactionHandler;
import org.jdbi.v3.core.transaction.TransactionHandler;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteException;

/// Transactions whose failures on the disk's side are told in words; the transaction is rolled
/// back, so nothing of it is stored.
final class DiskFailures extends DelegatingTransactionHandler {
  private final Path file;

  DiskFailures(Path file) {
    this(file, LocalTransactionHandler.binding());
  }

  private DiskFailures(Path file, TransactionHandler handler) {
    super(handler);
    this.file = file;
  }

  /// A handler of its own for each handle: one that serves all keeps what it knows of a handle in
  /// weak references, and loses it in mid-transaction when the garbage collector runs.
  @Override
  public TransactionHandler specialize(Handle handle) throws SQLException {
    return new DiskFailures(file, getDelegate().specialize(handle));
  }

  @Override
  public <R, X extends Exception> R inTransaction(Handle handle, HandleCallback<R, X> callback)
      throws X {
    try {
      return super.inTransaction(handle, callback);
    } catch (RuntimeException e) {
      throw translated(e);
    }
  }

  @Override
  public <R, X extends Exception> R inTransaction(
      Handle handle, TransactionIsolationLevel level, HandleCallback<R, X> callback) throws X {
    try {
      return super.inTransaction(handle, level, callback);
    } catch (RuntimeException e) {
      throw translated(e);
    }
  }

  private RuntimeException translated(RuntimeException e) {
    return e instanceof ProblemException || sqlite(e) == null ? e : problem(file, e).exception(e);
  }

  /// What a failure of the store means for a person.
  static Problem problem(Path file, Throwable failure) {
    var sqlite = sqlite(failure);
    if (sqlite == null) {
      return Store.damaged(file);
    }
    var folder = file.resolveSibling("").normalize();
    var failed = Problem.of(Store.class, "failed", file, Reason.of(sqlite));
    var readOnly = Problem.of(Project.class, "readOnly", folder);
    // Extended codes carry the primary one in their low byte.
    return switch (sqlite.getResultCode().code & 0xff) {
      case 13 -> Problem.of(Store.class, "full", file);
      case 8, 3 -> readOnly;
      case 14 -> Files.isWritable(folder) ? failed : readOnly;
      case 5, 6 -> Problem.of(Store.class, "busy", file);
      case 11, 26 -> Store.damaged(file);
      default -> failed;
    };
  }

  private static @Nullable SQLiteException sqlite(Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof SQLiteException sqlite) {
        return sqlite;
      }
    }
    return null;
  }
}
