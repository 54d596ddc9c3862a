package dev.retune.document;

import static dev.retune.document.ImportOutcome.Kind.IMPORTED;
import static dev.retune.document.ImportOutcome.Kind.REFUSED;
import static dev.retune.document.ImportOutcome.Kind.RESTORED;
import static dev.retune.document.ImportOutcome.Kind.UNCHANGED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retune.TestData;
import dev.retune.project.Project;
import dev.retune.task.Progress;
import dev.retune.text.ProblemException;
import dev.retune.text.Text;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentImporterTest {
  @TempDir Path temp;
  private Project project;
  private TestTokens tokens;
  private DocumentStore store;

  @BeforeEach
  void open() throws IOException {
    project = Project.create(temp.resolve("p"), "p");
    tokens = TestTokens.english();
    store = new DocumentStore(project);
  }

  @AfterEach
  void close() {
    project.close();
    tokens.close();
  }

  private ImportSummary importFiles(Path... files) {
    return new DocumentImporter(project, tokens, ChunkingOptions.DEFAULT, Clock.systemUTC())
        .importFiles(List.of(files), Progress.none());
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(temp.resolve(name), text);
  }

  private List<Path> originals() throws IOException {
    try (var files = Files.list(project.originals())) {
      return files.toList();
    }
  }

  @Test
  void theSameFileAgainChangesNothing() throws IOException {
    var file = TestData.shared("pdf/icdar2013/eu-001.pdf");
    var first = importFiles(file).outcomes().getFirst();
    var chunks = store.allChunks();
    var copy = Files.copy(file, temp.resolve("other name.pdf"));

    var again = importFiles(file, copy);

    assertThat(again.outcomes()).extracting(ImportOutcome::kind).containsOnly(UNCHANGED);
    assertThat(again.outcomes()).extracting(ImportOutcome::document).containsOnly(first.document());
    assertThat(again.pages()).isZero();
    assertThat(store.documents()).containsExactly(first.document());
    assertThat(store.allChunks()).isEqualTo(chunks);
    assertThat(originals()).hasSize(1);
  }

  @Test
  void anotherProjectGivesTheSameIds() throws IOException {
    var file = TestData.shared("pdf/icdar2013/eu-001.pdf");
    importFiles(file);
    try (var other = Project.create(temp.resolve("other"), "other")) {
      new DocumentImporter(other, tokens, ChunkingOptions.DEFAULT, Clock.systemUTC())
          .importFiles(List.of(file), Progress.none());
      assertThat(new DocumentStore(other).allChunks()).isEqualTo(store.allChunks());
    }
  }

  @Test
  void removedDocumentsComeBackWithTheSameChunks() throws IOException {
    var one = importFiles(write("one.txt", "The gland nut takes 12 Nm.")).outcomes().getFirst();
    importFiles(write("two.txt", "The filter is changed every year."));
    var chunk = store.chunks(one.document().id()).getFirst();

    store.remove(List.of(one.document().id()));

    assertThat(store.documents()).extracting(Document::name).containsExactly("two.txt");
    assertThat(store.document(one.document().id())).isEmpty();
    assertThat(store.allChunks()).doesNotContain(chunk).hasSize(1);
    assertThat(store.chunkCount()).isEqualTo(1);
    assertThat(store.chunks(List.of(chunk.id()))).as("still there for its pairs").contains(chunk);

    store.restore(List.of(one.document().id()));
    assertThat(store.documents()).extracting(Document::name).containsExactly("one.txt", "two.txt");
    assertThat(store.allChunks()).contains(chunk).hasSize(2);

    store.remove(List.of(one.document().id()));
    var again = importFiles(temp.resolve("one.txt")).outcomes().getFirst();
    assertThat(again.kind()).isEqualTo(RESTORED);
    assertThat(store.allChunks()).contains(chunk).hasSize(2);
  }

  @Test
  void cancellingKeepsTheFilesThatAreDone() throws IOException {
    var first = write("first.txt", "The gland nut takes 12 Nm.");
    var second = TestData.shared("pdf/icdar2013/eu-004.pdf");
    var cancelled =
        new Progress() {
          private int pages;

          @Override
          public void begin(Text what, long total) {}

          @Override
          public void advance(long units) {
            pages++;
          }

          @Override
          public boolean cancelled() {
            return pages > 5;
          }
        };
    var importer =
        new DocumentImporter(project, tokens, ChunkingOptions.DEFAULT, Clock.systemUTC());
    assertThatThrownBy(() -> importer.importFiles(List.of(first, second), cancelled))
        .isInstanceOf(CancellationException.class);
    assertThat(store.documents()).extracting(Document::name).containsExactly("first.txt");
    assertThat(originals()).hasSize(1);
  }

  @Test
  void aFullDiskLeavesNothingOfTheFileAndLosesNoOther() throws IOException {
    importFiles(write("first.txt", "The gland nut takes 12 Nm."));
    var full = TestData.shared("pdf/icdar2013/eu-004.pdf");
    limit(1);
    assertThatThrownBy(() -> importFiles(full))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.problem().code()).isEqualTo("project.full"));
    assertThat(store.documents()).extracting(Document::name).containsExactly("first.txt");
    assertThat(originals()).hasSize(1);
    limit(1_000_000);
    assertThat(importFiles(full).outcomes().getFirst().kind()).isEqualTo(IMPORTED);
  }

  private void limit(int pages) {
    project
        .jdbi()
        .useHandle(h -> h.createQuery("PRAGMA max_page_count = " + pages).mapTo(int.class).one());
  }

  @Test
  void aRefusalIsRememberedUntilTheFileCanBeRead() throws IOException {
    var file = write("notes.docx", "PK\u0003\u0004");
    var outcome = importFiles(file).outcomes().getFirst();
    assertThat(outcome.kind()).isEqualTo(REFUSED);
    assertThat(outcome.problem().code()).isEqualTo("document.truncated");
    assertThat(store.documents())
        .singleElement()
        .satisfies(document -> {
          assertThat(document.outcome()).isEqualTo(Outcome.REFUSED);
          assertThat(document.warnings()).containsExactly(outcome.problem());
        });
    assertThat(originals()).isEmpty();
    var renamed = Files.move(file, temp.resolve("notes.txt"));
    assertThat(importFiles(renamed).outcomes().getFirst().kind()).isEqualTo(IMPORTED);
    assertThat(store.documents())
        .singleElement()
        .extracting(Document::outcome)
        .isEqualTo(Outcome.READ);
  }

  @Test
  void whatIsNotThereIsRefusedAndTheRestImported() throws IOException {
    var summary = importFiles(temp.resolve("gone.pdf"), write("a.txt", "One sentence."));
    assertThat(summary.outcomes())
        .extracting(ImportOutcome::kind)
        .containsExactly(REFUSED, IMPORTED);
    assertThat(summary.outcomes().getFirst().problem().code()).isEqualTo("document.missing");
    assertThat(summary.outcomes().getFirst().document()).isNull();
    assertThat(summary.count(REFUSED)).isEqualTo(1);
    assertThat(summary.chunks()).isEqualTo(1);
  }

  @Test
  void foldersAreSearchedForKnownKinds() throws IOException {
    var folder = Files.createDirectories(temp.resolve("in/deep"));
    Files.writeString(folder.resolve("b.md"), "# B\n\nText of b.");
    Files.writeString(folder.getParent().resolve("a.txt"), "Text of a.");
    Files.writeString(folder.resolve("song.mp3"), "no");
    Files.writeString(folder.resolve(".hidden.txt"), "no");
    var summary = importFiles(temp.resolve("in"));
    assertThat(summary.outcomes())
        .extracting(outcome -> outcome.document().name())
        .containsExactlyInAnyOrder("a.txt", "b.md");
  }

  @Test
  void markdownHeadingsBecomePaths() throws IOException {
    importFiles(
        write(
            "pump.md",
            """
            # Pump

            Intro.

            ## Seals ##

            The gland nut
            takes 12 Nm.

            ```
            # not a heading
            ```

            ## Filter

            Change it every year.
            """));
    var text = store.pages(store.documents().getFirst().id()).getFirst().text();
    assertThat(text).contains("The gland nut takes 12 Nm.").contains("```\n# not a heading\n```");
    assertThat(store.allChunks().getFirst().headingPath())
        .as("where most of it stands")
        .containsExactly("Pump", "Seals");
    assertThat(store.allChunks().getFirst().locator())
        .isEqualTo(new PlaceLocator("L1-L16", 0, text.length()));
  }

  @Test
  void textIsDecodedWhateverItsEncoding() throws IOException {
    var chinese = "密封件的压盖螺母应以规定的力矩拧紧，然后检查泄漏情况。滤清器每年更换一次，并记录在维护日志中。";
    int i = 0;
    for (var charset :
        List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"), StandardCharsets.UTF_16)) {
      var file = temp.resolve(i++ + ".txt");
      Files.write(file, chinese.getBytes(charset));
      var outcome = importFiles(file).outcomes().getFirst();
      assertThat(store.pages(outcome.document().id()).getFirst().text())
          .as(charset.name())
          .isEqualTo(chinese);
    }
    Files.write(temp.resolve("binary.txt"), new byte[] {0, 1, 2, (byte) 0xff, 0, 0, 0});
    assertThat(importFiles(temp.resolve("binary.txt")).outcomes().getFirst().problem().code())
        .isEqualTo("document.notText");
  }

  @Test
  void aTextWithoutAnyBreakIsCutInReasonableTime() throws IOException {
    var outcome = importFiles(write("long.txt", "abcdefghij".repeat(20_000))).outcomes().getFirst();
    assertThat(outcome.chunks()).isGreaterThan(1);
    assertThat(store.allChunks().stream().mapToInt(chunk -> chunk.text().length()).sum())
        .isGreaterThanOrEqualTo(200_000);
  }

  @Test
  void anotherVersionOfADocumentIsTold() throws IOException {
    var file = temp.resolve("manual.md");
    Files.writeString(
        file, "# Start\n\n" + "Open the valve. ".repeat(60) + "\n\n# Stop\n\nClose it.\n");
    assertThat(importFiles(file).outcomes().getFirst().earlier()).isNull();
    Files.writeString(file, Files.readString(file).replace("Close it.", "Close it slowly."));

    var outcome = importFiles(file).outcomes().getFirst();

    assertThat(outcome.kind()).isEqualTo(ImportOutcome.Kind.IMPORTED);
    assertThat(outcome.earlier().added()).isEqualTo(outcome.earlier().gone()).isEqualTo(1);
    assertThat(store.documents()).hasSize(2).contains(outcome.earlier().document());
  }

  @Test
  void progressNamesTheFileAndHowManyThereAre() throws IOException {
    var files = List.of(temp.resolve("a.txt"), temp.resolve("b.txt"));
    for (var file : files) {
      Files.writeString(file, "The pump of " + file.getFileName() + " starts at 3 bar.\n");
    }
    var told = new ArrayList<String>();
    new DocumentImporter(project, tokens, ChunkingOptions.DEFAULT, Clock.systemUTC())
        .importFiles(
            files,
            new Progress() {
              @Override
              public void begin(Text what, long total) {
                told.add(what.toString());
              }

              @Override
              public void advance(long units) {}

              @Override
              public boolean cancelled() {
                return false;
              }
            });
    assertThat(told)
        .containsExactly(
            "Cutting a.txt into passages (1 of 2)", "Cutting b.txt into passages (2 of 2)");
  }
}
