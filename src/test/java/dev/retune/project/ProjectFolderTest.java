package dev.retune.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retune.text.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Odd folders, and projects that are only half there.
class ProjectFolderTest {
  @TempDir Path temp;

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "no such names there")
  void theStoreStandsInItsFolderWhateverThatIsCalled() {
    for (var name : new String[] {"What now?", "100 % #1 & ünïcödé 项目"}) {
      var folder = temp.resolve(name);
      try (var project = Project.create(folder, "p")) {
        project.settings().put("k", name);
        assertThat(folder.resolve("store.db")).isRegularFile();
      }
      try (var project = Project.open(folder)) {
        assertThat(project.settings().get("k", String.class)).contains(name);
      }
    }
    assertThat(temp).isDirectoryNotContaining(file -> file.getFileName().toString().equals("What"));
  }

  @Test
  void whatCannotBeFinishedLeavesTheNameFree() throws IOException {
    // SQLite opens no file with a path that long; everything else can be made there.
    var folder = temp.resolve(Path.of("deep".repeat(40), "er".repeat(100), "still".repeat(50)));
    for (int i = 0; i < 2; i++) {
      assertProblem("project.failed", () -> Project.create(folder, "p"));
      try (var left = Files.list(folder)) {
        assertThat(left).map(file -> file.getFileName().toString()).containsExactly(".lock");
      }
    }
  }

  @Test
  void aProjectIsNotMadeOverAnother() {
    var folder = temp.resolve("p");
    Project.create(folder, "first").close();
    assertProblem("project.exists", () -> Project.create(folder, "second"));
    try (var project = Project.open(folder)) {
      assertThat(project.name()).isEqualTo("first");
    }
  }

  @Test
  void aDescriptionThatSaysNothingIsNamed() throws IOException {
    var folder = temp.resolve("p");
    Project.create(folder, "p").close();
    var description = folder.resolve("project.json");
    Files.writeString(description, "{}");
    assertProblem("project.description", () -> Project.open(folder));
    Files.writeString(description, "null");
    assertProblem("file.json", () -> Project.open(folder));
  }

  @Test
  void aFileIsNoPlaceForAProject() throws IOException {
    var file = Files.writeString(temp.resolve("letter.txt"), "mine");
    assertThatThrownBy(() -> Project.create(file, "p"))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("not a folder");
    assertThat(file).hasContent("mine");
  }

  @Test
  void ofTwoThreadsThatOpenAtOnceOneIsToldSo() throws Exception {
    var folder = temp.resolve("p");
    Project.create(folder, "p").close();
    try (var threads = Executors.newFixedThreadPool(2)) {
      for (int i = 0; i < 10; i++) {
        var start = new CyclicBarrier(2);
        var opening = new ArrayList<Future<Project>>();
        for (int j = 0; j < 2; j++) {
          opening.add(
              threads.submit(() -> {
                start.await();
                return Project.open(folder);
              }));
        }
        int open = 0;
        for (var each : opening) {
          open += opened(each) ? 1 : 0;
        }
        assertThat(open).isEqualTo(1);
        for (var each : opening) {
          if (each.state() == Future.State.SUCCESS) {
            each.resultNow().close();
          }
        }
      }
    }
  }

  private static boolean opened(Future<Project> opening) throws InterruptedException {
    try {
      opening.get();
      return true;
    } catch (ExecutionException e) {
      assertThat(e.getCause())
          .isInstanceOfSatisfying(
              ProblemException.class,
              problem -> assertThat(problem.problem().code()).isEqualTo("project.open"));
      return false;
    }
  }

  private static void assertProblem(String code, Runnable action) {
    assertThatThrownBy(action::run)
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.problem().code()).isEqualTo(code));
  }
}
