package dev.retune.project;

import java.sql.Connection;
import java.util.concurrent.locks.ReentrantLock;
import org.jdbi.v3.core.ConnectionFactory;

/// Lends the one writing connection to one thread at a time: SQLite allows one writer anyway, and
/// waiting in line is kinder than its busy errors.
final class WriterLoan implements ConnectionFactory {
  private final Connection connection;
  private final ReentrantLock turn = new ReentrantLock(true);

  WriterLoan(Connection connection) {
    this.connection = connection;
  }

  @Override
  public Connection openConnection() {
    turn.lock();
    return connection;
  }

  @Override
  public void closeConnection(Connection lent) {
    turn.unlock();
  }
}
