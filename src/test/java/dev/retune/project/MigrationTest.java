package dev.retune.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.retune.document.DocumentStore;
import dev.retune.file.Json;
import dev.retune.pair.PairStore;
import dev.retune.pair.Review;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Projects of earlier versions of the program open with all that is in them.
class MigrationTest {
  private static final String DOCUMENT = new UUID(0, 1).toString();
  private static final String CHUNK = new UUID(0, 2).toString();
  private static final String QUERY = new UUID(0, 3).toString();
  private static final String JUDGEMENT = new UUID(0, 4).toString();

  @TempDir Path temp;

  @Test
  void beforeDocumentsCouldBeCutAnew() throws Exception {
    var folder = Files.createDirectories(temp.resolve("p"));
    var url = "jdbc:sqlite:" + folder.resolve("store.db");
    try (var connection = DriverManager.getConnection(url)) {
      Flyway.configure()
          .dataSource(new OneConnection(connection))
          .locations("classpath:dev/retune/project/migrations")
          .target("2")
          .load()
          .migrate();
      try (var statement = connection.createStatement()) {
        for (var sql :
            List.of(
                "INSERT INTO document VALUES ('%s', 'a.pdf', 's', 'pdf', 'application/pdf', 1, 1,"
                    + " 1, 'READ', '[]', 1, '2026-11-01T00:00:00Z', NULL)",
                "INSERT INTO page VALUES ('%s', 1, 'Raw', 'Raw', x'')",
                "INSERT INTO chunk VALUES ('%2$s', '%1$s', 0, 'Raw', '[]', 1, 1, '{}')",
                "INSERT INTO query VALUES ('%3$s', 'What?', 'PERSON', '2026-11-01T00:00:00Z')",
                "INSERT INTO judgement VALUES (1, '%4$s', '%3$s', '%2$s', 'PERSON', NULL, 1,"
                    + " 'ACCEPTED', 3, NULL, 'Ana', '2026-11-01T00:00:00Z')",
                "INSERT INTO action VALUES (1, 'u', 'ADD', 'Ana', '2026-11-01T00:00:00Z', NULL)",
                "INSERT INTO decision VALUES (1, '%4$s', 0, 'ACCEPTED', 3, NULL, NULL, NULL, 1,"
                    + " 'ACCEPTED', 3, NULL, 'Ana', '2026-11-01T00:00:00Z')")) {
          statement.execute(sql.formatted(DOCUMENT, CHUNK, QUERY, JUDGEMENT));
        }
      }
    }
    Json.write(folder.resolve("project.json"), new ProjectDescription(1, "p"));

    try (var project = Project.open(folder)) {
      var pairs = new PairStore(project);
      var review = new Review(pairs, "Ana", Clock.systemUTC());
      assertThat(new DocumentStore(project).allChunks())
          .extracting(chunk -> chunk.id().toString())
          .containsExactly(CHUNK);
      assertThat(pairs.rows())
          .extracting(row -> row.id().toString(), row -> row.chunkId().toString())
          .containsExactly(tuple(JUDGEMENT, CHUNK));
      var dangling =
          project
              .reading()
              .withHandle(
                  handle -> handle.createQuery("PRAGMA foreign_key_check").mapToMap().list());
      assertThat(dangling).isEmpty();
      assertThat(review.undo()).isPresent();
      assertThat(pairs.rows()).isEmpty();
      assertThat(review.redo()).isPresent();
      assertThat(pairs.rows()).hasSize(1);
    }
  }
}
