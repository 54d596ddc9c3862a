package dev.retune.project;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jdbi.v3.core.ConnectionFactory;

/// Keeps a few reading connections open, for reuse.
final class ReaderPool implements ConnectionFactory, AutoCloseable {
  private static final int IDLE = 4;

  private final Path file;
  private final Deque<Connection> idle = new ArrayDeque<>();
  private boolean closed;

  ReaderPool(Path file) {
    this.file = file;
  }

  @Override
  public Connection openConnection() throws SQLException {
    synchronized (this) {
      if (closed) {
        throw new SQLException("the project is closed");
      }
      var connection = idle.pollFirst();
      if (connection != null) {
        return connection;
      }
    }
    return Store.reader(file);
  }

  @Override
  public void closeConnection(Connection connection) {
    synchronized (this) {
      if (!closed && idle.size() < IDLE) {
        idle.addFirst(connection);
        return;
      }
    }
    Store.close(connection);
  }

  @Override
  public synchronized void close() {
    closed = true;
    idle.forEach(Store::close);
    idle.clear();
  }
}
