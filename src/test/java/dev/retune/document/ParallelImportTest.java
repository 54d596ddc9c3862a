package dev.retune.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retune.project.Project;
import dev.retune.task.Progress;
import dev.retune.text.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Somebody drops files while others are still being imported.
class ParallelImportTest {
  @TempDir Path temp;

  private static ImportSummary importFiles(Project project, List<Path> files, Progress progress) {
    return new DocumentImporter(
            project, text -> text.split("\\s+").length, ChunkingOptions.DEFAULT, Clock.systemUTC())
        .importFiles(files, progress);
  }

  @Test
  void importsAtOnceTakeNothingFromEachOther() throws Exception {
    var shared = Files.writeString(temp.resolve("shared.txt"), "The filter is changed yearly.");
    try (var project = Project.create(temp.resolve("p"), "p")) {
      var imports = new ArrayList<Future<ImportSummary>>();
      try (var threads = Executors.newFixedThreadPool(4)) {
        for (int i = 0; i < 4; i++) {
          var files = new ArrayList<>(List.of(shared));
          for (int j = 0; j < 20; j++) {
            var file = temp.resolve(i + "-" + j + ".txt");
            files.add(Files.writeString(file, "Pump %d takes %d Nm.".formatted(i, j)));
          }
          imports.add(threads.submit(() -> importFiles(project, files, Progress.none())));
        }
      }
      int known = 0;
      for (var each : imports) {
        assertThat(each.get().count(ImportOutcome.Kind.REFUSED)).isZero();
        known += each.get().count(ImportOutcome.Kind.UNCHANGED);
      }
      assertThat(known).as("the shared file is new once").isEqualTo(3);
      var store = new DocumentStore(project);
      assertThat(store.documents()).hasSize(81);
      for (var document : store.documents()) {
        assertThat(store.original(document.id())).as(document.name()).isPresent();
      }
    }
  }

  @Test
  void whoWaitsCanBeCancelled() throws Exception {
    var file = Files.writeString(temp.resolve("a.txt"), "The gland nut takes 12 Nm.");
    try (var project = Project.create(temp.resolve("p"), "p");
        var threads = Executors.newSingleThreadExecutor()) {
      var taken = new CountDownLatch(1);
      var done = new CountDownLatch(1);
      var other =
          threads.submit(() -> {
            project
                .importing()
                .take(
                    Progress.none(),
                    () -> {
                      taken.countDown();
                      await(done);
                    });
          });
      taken.await();
      assertThatThrownBy(() -> importFiles(project, List.of(file), new Cancelled()))
          .isInstanceOf(CancellationException.class);
      done.countDown();
      other.get();
      assertThat(importFiles(project, List.of(file), Progress.none()).chunks()).isEqualTo(1);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final class Cancelled implements Progress {
    @Override
    public void begin(Text what, long total) {}

    @Override
    public void advance(long units) {}

    @Override
    public boolean cancelled() {
      return true;
    }
  }

  @Test
  void onlyLeftoversOfImportsAreSweptAway() throws IOException {
    try (var project = Project.create(temp.resolve("p"), "p")) {
      var mine = Files.writeString(project.originals().resolve("notes.txt"), "keep");
      var part = "." + java.util.UUID.randomUUID() + ".part";
      Files.writeString(project.originals().resolve(part), "half");
      Files.writeString(project.originals().resolve("a".repeat(64) + ".pdf"), "no document");
      importFiles(project, List.of(), Progress.none());
      try (var files = Files.list(project.originals())) {
        assertThat(files).containsExactly(mine);
      }
    }
  }
}
