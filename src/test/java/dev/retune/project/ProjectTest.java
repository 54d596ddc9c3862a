package dev.retune.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.retune.text.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectTest {
  @TempDir Path temp;

  private Path folder() {
    return temp.resolve("pumps");
  }

  @Test
  void whatIsCreatedOpensAgain() {
    try (var project = Project.create(folder(), " Pump manuals ")) {
      project.settings().put("answer", List.of("a", "b"));
      assertThat(project.name()).isEqualTo("Pump manuals");
    }
    try (var project = Project.open(folder())) {
      assertThat(project.name()).isEqualTo("Pump manuals");
      assertThat(project.settings().get("answer", String[].class).orElseThrow())
          .containsExactly("a", "b");
      assertThat(project.settings().get("answer", Integer.class)).isEmpty();
      assertThat(project.settings().get("nothing", String.class)).isEmpty();
      for (var part : List.of(project.originals(), project.runs(), project.vectors())) {
        assertThat(part).isDirectory();
      }
    }
    assertThat(temp.resolve("pumps/store.db-wal")).doesNotExist();
    assertThat(temp.resolve("pumps/.opened-by.json")).doesNotExist();
  }

  @Test
  void theStoreIsAWriteAheadLogWithForeignKeysAndFullSync() {
    try (var project = Project.create(folder(), "p")) {
      for (var jdbi : List.of(project.jdbi(), project.reading())) {
        assertThat(pragma(jdbi, "journal_mode")).isEqualTo("wal");
        assertThat(pragma(jdbi, "foreign_keys")).isEqualTo("1");
      }
      assertThat(pragma(project.jdbi(), "synchronous")).isEqualTo("2");
      assertThatThrownBy(() -> insert(project.reading(), "k")).hasMessageContaining("readonly");
    }
  }

  private static String pragma(org.jdbi.v3.core.Jdbi jdbi, String name) {
    return jdbi.withHandle(h -> h.createQuery("PRAGMA " + name).mapTo(String.class).one());
  }

  private static void insert(org.jdbi.v3.core.Jdbi jdbi, String key) {
    jdbi.useTransaction(
        h -> h.createUpdate("INSERT INTO setting VALUES (:k, '1')").bind("k", key).execute());
  }

  @Test
  void nestedUseJoinsTheOuterTransaction() {
    try (var project = Project.create(folder(), "p")) {
      assertThatThrownBy(() ->
              project
                  .jdbi()
                  .useTransaction(_ -> {
                    insert(project.jdbi(), "inner");
                    throw new IllegalStateException("outer fails");
                  }))
          .hasMessage("outer fails");
      assertThat(project.settings().get("inner", Integer.class)).isEmpty();
    }
  }

  @Test
  void readersSeeWhatWasCommittedAndDoNotWaitForTheWriter() throws Exception {
    try (var project = Project.create(folder(), "p");
        var other = Executors.newSingleThreadExecutor()) {
      var written = new CountDownLatch(1);
      var seen = new CountDownLatch(1);
      var writer =
          other.submit(() ->
              project
                  .jdbi()
                  .inTransaction(_ -> {
                    insert(project.jdbi(), "k");
                    written.countDown();
                    return seen.await(20, TimeUnit.SECONDS);
                  }));
      assertThat(written.await(20, TimeUnit.SECONDS)).isTrue();
      assertThat(project.settings().get("k", Integer.class)).isEmpty();
      seen.countDown();
      writer.get(20, TimeUnit.SECONDS);
      assertThat(project.settings().get("k", Integer.class)).contains(1);
    }
  }

  @Test
  void manyThreadsWriteInTurn() throws Exception {
    try (var project = Project.create(folder(), "p")) {
      try (var threads = Executors.newFixedThreadPool(8)) {
        for (int i = 0; i < 200; i++) {
          var key = "k" + i;
          threads.submit(() -> insert(project.jdbi(), key));
        }
      }
      int stored =
          project
              .reading()
              .withHandle(
                  h -> h.createQuery("SELECT count(*) FROM setting").mapTo(int.class).one());
      assertThat(stored).isEqualTo(200);
    }
  }

  @Test
  void openedTwiceNamesWhoHasIt() {
    try (var project = Project.create(folder(), "p")) {
      for (int i = 0; i < 2; i++) {
        assertThatThrownBy(() -> Project.open(folder()))
            .isInstanceOfSatisfying(
                ProblemException.class,
                e -> {
                  assertThat(e.problem().code()).isEqualTo("project.open");
                  assertThat(e.problem().cause().toString())
                      .contains(System.getProperty("user.name"))
                      .contains("process " + ProcessHandle.current().pid() + ",");
                  assertThat(e.problem().remedy().in(Locale.SIMPLIFIED_CHINESE)).contains("关闭");
                });
      }
      project.settings().put("still", "mine");
    }
    Project.open(folder()).close();
  }

  @Test
  void whatIsNoProjectIsRefused() throws IOException {
    assertProblem("project.none", () -> Project.open(temp.resolve("nowhere")));
    Files.writeString(Files.createDirectory(folder()).resolve("letter.txt"), "mine");
    assertProblem("project.none", () -> Project.open(folder()));
    assertProblem("project.notEmpty", () -> Project.create(folder(), "p"));
    assertThat(folder().resolve("letter.txt")).hasContent("mine");
    assertThat(folder().resolve("store.db")).doesNotExist();
  }

  @Test
  void aNewerProjectIsLeftAlone() throws Exception {
    Project.create(folder(), "p").close();
    try (var store = DriverManager.getConnection("jdbc:sqlite:" + folder().resolve("store.db"));
        var statement = store.createStatement()) {
      statement.execute(
          """
          INSERT INTO flyway_schema_history
          SELECT 999, '999', 'from the future', 'SQL', 'V999__from_the_future.sql', 1,
                 installed_by, installed_on, 1, 1
          FROM flyway_schema_history LIMIT 1\
          """);
    }
    assertProblem("project.newer", () -> Project.open(folder()));

    Files.writeString(folder().resolve("project.json"), "{\"schema_version\": 2, \"name\": \"p\"}");
    assertProblem("project.newer", () -> Project.open(folder()));
    assertThat(folder().resolve(".opened-by.json")).doesNotExist();
  }

  @Test
  void aDamagedStoreIsNamed() throws IOException {
    Project.create(folder(), "p").close();
    Files.writeString(folder().resolve("store.db"), "this is not a database, ".repeat(500));
    assertProblem("project.damaged", () -> Project.open(folder()));
  }

  @Test
  void aFullDiskLosesNothingThatWasStored() {
    try (var project = Project.create(folder(), "p")) {
      project.settings().put("before", "kept");
      project
          .jdbi()
          .useHandle(h -> h.createQuery("PRAGMA max_page_count = 1").mapTo(int.class).one());
      assertProblem("project.full", () -> project.settings().put("after", "x".repeat(1_000_000)));
      assertThat(project.settings().get("before", String.class)).contains("kept");
      assertThat(project.settings().get("after", String.class)).isEmpty();
    }
    try (var project = Project.open(folder())) {
      assertThat(project.settings().get("before", String.class)).contains("kept");
    }
  }

  @Test
  void aFolderThatCannotBeWrittenIsNamed() throws IOException {
    Project.create(folder(), "p").close();
    Files.setPosixFilePermissions(folder(), PosixFilePermissions.fromString("r-xr-xr-x"));
    try {
      assumeFalse(Files.isWritable(folder()), "skipped: this user may write anywhere");
      assertProblem("project.readOnly", () -> Project.open(folder()));
      assertProblem("project.readOnly", () -> Project.create(folder().resolve("sub"), "p"));
    } finally {
      Files.setPosixFilePermissions(folder(), PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  private static void assertProblem(String code, Runnable action) {
    assertThatThrownBy(action::run)
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.problem().code()).isEqualTo(code));
  }
}
