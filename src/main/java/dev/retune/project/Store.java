package dev.retune.project;

import dev.retune.text.Problem;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;

/// The SQLite file of a project: one connection that writes, a few that read.
final class Store implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Store.class);

  private final Connection writer;
  private final ReaderPool readers;
  private final Jdbi writing;
  private final Jdbi reading;

  private Store(Path file, Connection writer) {
    this.writer = writer;
    this.readers = new ReaderPool(file);
    this.writing =
        Jdbi.create(new WriterLoan(writer)).setTransactionHandler(new DiskFailures(file));
    this.reading = Jdbi.create(readers);
  }

  static Store open(Path file) {
    Connection writer = null;
    try {
      writer = writer(file);
      Migrations.run(file, writer);
      return new Store(file, writer);
    } catch (SQLException e) {
      close(writer);
      throw DiskFailures.problem(file, e).exception(e);
    } catch (RuntimeException e) {
      close(writer);
      throw e;
    }
  }

  private static Connection writer(Path file) throws SQLException {
    var config = common();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    // A person's decisions survive a power cut, not only a crash.
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    return config.createConnection(url(file));
  }

  static Connection reader(Path file) throws SQLException {
    var connection = common().createConnection(url(file));
    try (var statement = connection.createStatement()) {
      statement.execute("PRAGMA query_only = 1");
      return connection;
    } catch (SQLException e) {
      close(connection);
      throw e;
    }
  }

  private static SQLiteConfig common() {
    var config = new SQLiteConfig();
    config.enforceForeignKeys(true);
    config.setBusyTimeout(5_000);
    return config;
  }

  private static String url(Path file) {
    // The driver takes what follows a question mark for settings.
    return "jdbc:sqlite:" + (file.toString().contains("?") ? file.toUri() : file);
  }

  Jdbi writing() {
    return writing;
  }

  Jdbi reading() {
    return reading;
  }

  @Override
  public void close() {
    readers.close();
    close(writer);
  }

  static void close(@Nullable Connection connection) {
    if (connection == null) {
      return;
    }
    try {
      connection.close();
    } catch (SQLException e) {
      LOG.warn("could not close the store", e);
    }
  }

  static Problem damaged(Path file) {
    return Problem.of(Store.class, "damaged", file);
  }
}
