package dev.retune.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.retune.encoder.TokenCounter;
import dev.retune.project.Project;
import dev.retune.task.Progress;
import dev.retune.text.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Programs that are killed, and disks that are full, in the middle of several files or of a
/// correction: what was stored stays good.
class NothingLostTest {
  /// Words, not a model's tokens: what is tried here is the storing.
  private static final TokenCounter WORDS = text -> text.split("\\s+").length;

  private static final int FILES = 60;

  @TempDir Path temp;

  private static DocumentImporter importer(Project project) {
    return new DocumentImporter(project, WORDS, ChunkingOptions.DEFAULT, Clock.systemUTC());
  }

  private List<Path> texts(int files, int sentences) throws IOException {
    var folder = Files.createDirectories(temp.resolve("files"));
    var all = new ArrayList<Path>();
    for (int i = 0; i < files; i++) {
      var text = new StringBuilder();
      for (int j = 0; j < sentences; j++) {
        text.append("Pump %d takes %d Nm at its gland nut.\n".formatted(i, j));
      }
      all.add(Files.writeString(folder.resolve("manual-%02d.txt".formatted(i)), text));
    }
    return all;
  }

  private static void assertWhole(Project project) {
    var store = new DocumentStore(project);
    for (var document : store.documents()) {
      assertThat(store.pages(document.id())).hasSize(document.pages());
      assertThat(store.chunks(document.id())).hasSize(document.chunks());
      assertThat(store.original(document.id()).orElseThrow()).exists();
    }
    var integrity =
        project
            .reading()
            .withHandle(h -> h.createQuery("PRAGMA integrity_check").mapTo(String.class).one());
    assertThat(integrity).isEqualTo("ok");
  }

  /// Imports a folder, saying when each file is done, as the window does it.
  static final class Importing {
    private Importing() {}

    public static void main(String[] args) {
      try (var project = Project.create(Path.of(args[0]), "p")) {
        var unread = new UnreadFiles(project);
        var queue = new ImportQueue(() -> {});
        queue.add(List.of(Path.of(args[1])));
        importer(project)
            .importQueue(
                queue,
                () -> {
                  unread.keep(queue::unread);
                  System.out.println(queue.summary().outcomes().size());
                  return true;
                },
                Progress.none());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 23})
  void killedBetweenFilesTheStoredOnesAreWholeAndTheOthersKnown(int after) throws Exception {
    texts(FILES, 400);
    var folder = temp.resolve("p");
    try (var child =
        ChildProgram.start(List.of(), Importing.class, folder, temp.resolve("files"))) {
      assertThat(child.until(line -> line.equals(Integer.toString(after)))).hasSize(after + 1);
    }
    try (var project = Project.open(folder)) {
      assertWhole(project);
      var stored = new DocumentStore(project).documents();
      assertThat(stored).hasSizeBetween(after, FILES - 1);
      // No file is in neither: the one that was being stored may be in both.
      var unread = new UnreadFiles(project).get();
      assertThat(stored.size() + unread.size()).isBetween(FILES, FILES + 2);
      assertThat(importer(project).importFiles(unread, Progress.none()).count(REFUSED)).isZero();
      assertThat(new DocumentStore(project).documents()).hasSize(FILES);
      assertWhole(project);
    }
  }

  private static final ImportOutcome.Kind REFUSED = ImportOutcome.Kind.REFUSED;

  /// Corrects one passage again and again.
  static final class Correcting {
    private Correcting() {}

    public static void main(String[] args) {
      try (var project = Project.create(Path.of(args[0]), "p")) {
        importer(project).importFiles(List.of(Path.of(args[1])), Progress.none());
        var store = new DocumentStore(project);
        var corrections = new CorrectionStore(project, WORDS, "Ana", Clock.systemUTC());
        var passage = store.allChunks().getFirst().id();
        for (int i = 0; true; i++) {
          var text = store.chunk(passage).orElseThrow().text();
          corrections.correct(passage, text.replaceFirst("takes \\d+ Nm", "takes " + i + " Nm"));
          System.out.println(i);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3, 17, 41})
  void killedInACorrectionPageAndPassageSayTheSame(int after) throws Exception {
    var file = texts(1, 400).getFirst();
    var folder = temp.resolve("p");
    try (var child = ChildProgram.start(List.of(), Correcting.class, folder, file)) {
      child.until(line -> line.equals(Integer.toString(after)));
      Thread.sleep(after % 5); // at one moment or another of the next one
    }
    try (var project = Project.open(folder)) {
      assertWhole(project);
      var store = new DocumentStore(project);
      var passage = store.allChunks().getFirst();
      var document = store.documents().getFirst().id();
      var text = new CutStore(project).text(document).orElseThrow().text();
      assertThat(text).startsWith(passage.text());
      var number = Integer.parseInt(passage.text().replaceFirst("(?s).*?takes (\\d+) Nm.*", "$1"));
      assertThat(number).as("what was said to be stored is").isGreaterThanOrEqualTo(after);
      assertThat(passage.tokens()).isEqualTo(WORDS.count(passage.text()));
      new CorrectionStore(project, WORDS, "Ana", Clock.systemUTC())
          .correct(passage.id(), passage.text().replaceFirst("Pump", "Valve"));
      assertThat(store.chunk(passage.id()).orElseThrow().text()).startsWith("Valve");
    }
  }

  /// Imports into a small disk, makes room, and goes on.
  static final class Starving {
    private Starving() {}

    public static void main(String[] args) throws IOException {
      var disk = Path.of(args[0]);
      var ballast = Files.write(disk.resolve("ballast"), new byte[40 << 20]);
      try (var project = Project.create(disk.resolve("p"), "p")) {
        var queue = new ImportQueue(() -> {});
        queue.add(List.of(Path.of(args[1])));
        try {
          importer(project).importQueue(queue, () -> true, Progress.none());
        } catch (ProblemException e) {
          System.out.println("problem " + e.problem().code());
          System.out.println("cause " + e.problem().cause().in(Locale.ENGLISH));
          System.out.println("remedy " + e.problem().remedy().in(Locale.ENGLISH));
        }
        assertWhole(project);
        var stored = new DocumentStore(project).documents().size();
        System.out.println(
            "consistent " + (stored > 0 && stored == queue.summary().outcomes().size()));
        Files.delete(ballast);
        importer(project).importQueue(queue, () -> true, Progress.none());
        assertWhole(project);
        System.out.println("stored " + new DocumentStore(project).documents().size());
      }
    }
  }

  /// The disk is one in memory that only the child sees, which a user may have without being root
  /// where the system allows it.
  @Test
  void aFullDiskIsNamedAndTheRestReadOnceThereIsRoom() throws Exception {
    texts(FILES, 800);
    var disk = Files.createDirectories(temp.resolve("disk"));
    var mount = "mount -t tmpfs -o size=44m tmpfs \"$0\" && exec \"$@\"";
    var shell = List.of("unshare", "-rm", "sh", "-c", mount, disk.toString());
    assumeThat(allowed(disk)).as("a file system of one's own (unshare)").isTrue();
    try (var child = ChildProgram.start(shell, Starving.class, disk, temp.resolve("files"))) {
      var said = child.until(_ -> false);
      assertThat(said.getFirst()).isIn("problem project.full", "problem document.noCopy");
      assertThat(said.get(1)).containsAnyOf("full", "No space left");
      assertThat(said.get(2)).contains("Free some space");
      assertThat(said.subList(3, said.size()))
          .containsExactly("consistent true", "stored " + FILES);
    }
  }

  private static boolean allowed(Path disk) throws InterruptedException {
    try {
      var mount = "mount -t tmpfs tmpfs \"$0\"";
      return new ProcessBuilder("unshare", "-rm", "sh", "-c", mount, disk.toString())
              .redirectErrorStream(true)
              .start()
              .waitFor()
          == 0;
    } catch (IOException _) {
      return false;
    }
  }
}
