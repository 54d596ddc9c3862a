package dev.retune.project;

import dev.retune.text.Problem;
import java.nio.file.Path;
import java.sql.Connection;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationState;

/// Brings a store's tables up to date with the SQL files beside this class's resources.
final class Migrations {
  private Migrations() {}

  /// @throws dev.retune.text.ProblemException if the store was made by a newer program or its
  ///   history does not fit this one's
  static void run(Path file, Connection connection) {
    try {
      var flyway =
          Flyway.configure(Migrations.class.getClassLoader())
              .dataSource(new OneConnection(connection))
              .locations("classpath:dev/retune/project/migrations")
              .failOnMissingLocations(true)
              .load();
      for (var migration : flyway.info().applied()) {
        var state = migration.getState();
        if (state == MigrationState.FUTURE_SUCCESS || state == MigrationState.FUTURE_FAILED) {
          throw Problem.of(Project.class, "newer", file.resolveSibling("").normalize()).exception();
        }
      }
      flyway.migrate();
    } catch (FlywayException e) {
      throw DiskFailures.problem(file, e).exception(e);
    }
  }
}
