package dev.retune.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retune.TestData;
import dev.retune.project.Project;
import dev.retune.task.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImportKilledTest {
  @TempDir Path temp;

  /// Imports a small file and then a large one, saying how far it is.
  static final class Victim {
    public static void main(String[] args) {
      // Words, not the model's tokens: what is killed here is the storing.
      try (var project = Project.create(Path.of(args[0]), "p")) {
        var importer =
            new DocumentImporter(
                project,
                text -> text.split("\\s+").length,
                ChunkingOptions.DEFAULT,
                Clock.systemUTC());
        importer.importFiles(List.of(Path.of(args[1])), Progress.none());
        System.out.println("small");
        importer.importFiles(List.of(Path.of(args[2])), new Talking());
        System.out.println("large");
      }
    }
  }

  private static final class Talking implements Progress {
    @Override
    public void begin(dev.retune.text.Text what, long total) {
      System.out.println(what.key());
    }

    @Override
    public void advance(long units) {}

    @Override
    public boolean cancelled() {
      return false;
    }
  }

  /// Killed while it reads, or at some moment while it cuts and stores.
  @ParameterizedTest
  @ValueSource(strings = {"reading 300", "cutting 0", "cutting 600"})
  void leavesWholeDocumentsOnly(String moment) throws Exception {
    var small = TestData.shared("pdf/icdar2013/eu-001.pdf");
    var large = TestData.shared("lyft-uber/lyft_2021.pdf");
    var folder = temp.resolve("p");
    var process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Victim.class.getName(),
                folder.toString(),
                small.toString(),
                large.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    var when = moment.split(" ");
    try (var out = process.inputReader()) {
      var line = out.readLine();
      while (line != null && !line.equals(when[0])) {
        line = out.readLine();
      }
      assertThat(line).isEqualTo(when[0]);
      Thread.sleep(Long.parseLong(when[1]));
    } finally {
      process.destroyForcibly();
      assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }

    try (var project = Project.open(folder);
        var tokens = TestTokens.english()) {
      var store = new DocumentStore(project);
      assertThat(store.documents()).isNotEmpty();
      for (var document : store.documents()) {
        assertThat(store.pages(document.id())).hasSize(document.pages());
        assertThat(store.chunks(document.id())).hasSize(document.chunks());
        assertThat(store.original(document.id()).orElseThrow()).exists();
      }
      var importer =
          new DocumentImporter(project, tokens, ChunkingOptions.DEFAULT, Clock.systemUTC());
      importer.importFiles(List.of(small), Progress.none());
      try (var copies = Files.list(project.originals())) {
        assertThat(copies).as("unfinished copies are swept").hasSameSizeAs(store.documents());
      }
      var integrity =
          project
              .reading()
              .withHandle(h -> h.createQuery("PRAGMA integrity_check").mapTo(String.class).one());
      assertThat(integrity).isEqualTo("ok");
    }
  }
}
