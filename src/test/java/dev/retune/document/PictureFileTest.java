package dev.retune.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retune.TestData;
import dev.retune.document.ocr.CharacterErrors;
import dev.retune.project.Project;
import dev.retune.task.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Photographs and faxes: pictures of pages that are no PDF.
class PictureFileTest {
  private static final Path LINN = TestData.shared("pdf/ocrmypdf/linn.pdf");

  @TempDir Path folder;
  private Project project;
  private TestTokens tokens;

  @BeforeEach
  void open() throws IOException {
    project = Project.create(folder.resolve("p"), "p");
    tokens = TestTokens.english();
  }

  @AfterEach
  void close() {
    project.close();
    tokens.close();
  }

  private ImportOutcome importFile(Path file) {
    return new DocumentImporter(
            project,
            tokens,
            ChunkingOptions.DEFAULT,
            Clock.systemUTC(),
            new ReadingOptions(Scans.english(), new FilePasswords()))
        .importFiles(List.of(file), Progress.none())
        .outcomes()
        .getFirst();
  }

  @ParameterizedTest
  @CsvSource({"png, 1, image/png", "jpg, 1, image/jpeg", "tiff, 2, image/tiff"})
  void aPictureIsReadShownAndKept(String format, int pages, String mediaType) throws IOException {
    var page = Scans.picture(LINN, 0);
    var file =
        Scans.write(
            folder.resolve("page." + format), format, java.util.Collections.nCopies(pages, page));

    var outcome = importFile(file);

    assertThat(outcome.kind()).isEqualTo(ImportOutcome.Kind.IMPORTED);
    assertThat(outcome.pages()).isEqualTo(pages);
    assertThat(outcome.chunks()).isGreaterThan(3);
    var store = new DocumentStore(project);
    var document = store.documents().getFirst();
    assertThat(document.mediaType()).isEqualTo(mediaType);
    var expected = Files.readString(TestData.shared("pdf/ocrmypdf/linn.txt"));
    var last = store.pages(document.id()).getLast();
    assertThat(CharacterErrors.rate(expected, last.rawText())).isLessThan(.02);
    assertThat(Files.mismatch(store.original(document.id()).orElseThrow(), file)).isEqualTo(-1);
    try (var pictures = new PagePictures(store, new FilePasswords())) {
      var shown = pictures.picture(document.id(), pages, 400);
      assertThat(shown.width()).isEqualTo(400);
      assertThat(shown.pages()).isEqualTo(pages);
      assertThat(Arrays.stream(shown.argb()).distinct().count()).isGreaterThan(50);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpg"})
  void aBrokenOffPictureIsRefused(String format) throws IOException {
    var page = List.of(Scans.picture(LINN, 0));
    var whole = Scans.write(folder.resolve("whole." + format), format, page);
    var bytes = Files.readAllBytes(whole);
    var half = Arrays.copyOf(bytes, bytes.length / 2);
    var outcome = importFile(Files.write(folder.resolve("half." + format), half));
    assertThat(outcome.kind()).isEqualTo(ImportOutcome.Kind.REFUSED);
    assertThat(String.valueOf(outcome.problem())).contains("is damaged");
  }

  @Test
  void aFolderIsSearchedForPicturesToo() throws IOException {
    var inside = Files.createDirectory(folder.resolve("in"));
    Scans.write(inside.resolve("a.JPG"), "jpg", List.of(Scans.picture(LINN, 0)));
    assertThat(DroppedFiles.of(List.of(inside))).hasSize(1);
  }
}
