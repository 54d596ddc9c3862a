package dev.retune.document;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.retune.TestData;
import dev.retune.document.ocr.CharacterErrors;
import dev.retune.project.Project;
import dev.retune.task.Progress;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.rendering.PDFRenderer;
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
      var shown = pictures.picture(document.id(), pages, 400, Progress.none());
      assertThat(shown.width()).isEqualTo(400);
      assertThat(shown.pages()).isEqualTo(pages);
      assertThat(Arrays.stream(shown.argb()).distinct().count()).isGreaterThan(50);
    }
  }

  /// The eight ways in which a camera may be held, as Pillow wrote them and turns them back.
  @ParameterizedTest
  @ValueSource(strings = {"jpg", "tif"})
  void aPhotographIsShownAsItWasSeen(String format) throws IOException {
    var fixtures = Path.of("src/test/fixtures/pictures");
    var upright = drawn(fixtures.resolve("held-1." + format));
    for (int i = 1; i <= 8; i++) {
      var seen = drawn(fixtures.resolve("held-" + i + "." + format));
      assertThat(seen.getWidth()).as("width of %d", i).isEqualTo(upright.getWidth());
      assertThat(seen.getHeight()).as("height of %d", i).isEqualTo(upright.getHeight());
      assertThat(difference(seen, upright)).as("picture %d", i).isLessThan(6);
    }
    // The bar on top is black, the one at the left is red.
    var width = upright.getWidth();
    var height = upright.getHeight();
    assertThat(new Color(upright.getRGB(width * 30 / 48, height * 12 / 64)).getRed())
        .isLessThan(60);
    assertThat(new Color(upright.getRGB(width * 12 / 48, height * 50 / 64)).getRed())
        .isGreaterThan(200);
  }

  private static BufferedImage drawn(Path file) throws IOException {
    try (var document = PictureFile.open(file, "")) {
      return new PDFRenderer(document).renderImage(0, .5f);
    }
  }

  /// The mean over all channels.
  private static double difference(BufferedImage a, BufferedImage b) {
    long sum = 0;
    for (int y = 0; y < a.getHeight(); y++) {
      for (int x = 0; x < a.getWidth(); x++) {
        var one = new Color(a.getRGB(x, y));
        var other = new Color(b.getRGB(x, y));
        sum += Math.abs(one.getRed() - other.getRed());
        sum += Math.abs(one.getGreen() - other.getGreen());
        sum += Math.abs(one.getBlue() - other.getBlue());
      }
    }
    return sum / (3.0 * a.getWidth() * a.getHeight());
  }

  /// What is recognised stands where the page is shown with it.
  @Test
  void aPhotographTakenSidewaysIsRecognisedUpright() throws IOException {
    var page = Scans.picture(LINN, 0);
    var turned = new BufferedImage(page.getHeight(), page.getWidth(), page.getType());
    for (int y = 0; y < page.getHeight(); y++) {
      for (int x = 0; x < page.getWidth(); x++) {
        // The first row of what is stored stands at the right.
        var gray = page.getRaster().getSample(x, y, 0);
        turned.getRaster().setSample(y, page.getWidth() - 1 - x, 0, gray);
      }
    }
    var plain = Scans.write(folder.resolve("plain.jpg"), "jpg", List.of(turned));
    var file = Files.write(folder.resolve("held.jpg"), withOrientation(plain, 6));
    try (var recognition = new PageRecognition(Scans.english(), 2)) {
      var reader = new PdfReader(FileKind.JPEG, file, "held.jpg", recognition, "", false);
      var read = reader.read(Progress.none()).pages().getFirst();
      assertThat(read.width()).isLessThan(read.height());
      var expected = Files.readString(TestData.shared("pdf/ocrmypdf/linn.txt"));
      assertThat(CharacterErrors.rate(expected, read.text())).isLessThan(.02);
      var first = java.util.Objects.requireNonNull(read.lines().getFirst().layout()).box();
      assertThat(first.width()).isGreaterThan(4 * first.height());
      assertThat(first.y()).isLessThan(read.height() / 4);
    }
  }

  /// A JPEG file with an Exif block of one field.
  private static byte[] withOrientation(Path jpeg, int orientation) throws IOException {
    var bytes = Files.readAllBytes(jpeg);
    var exif = new ByteArrayOutputStream();
    exif.writeBytes("Exif\0\0MM\0*\0\0\0\b\0\1\1\22\0\3\0\0\0\1\0".getBytes(ISO_8859_1));
    exif.write(orientation);
    exif.writeBytes(new byte[6]);
    var all = new ByteArrayOutputStream();
    all.write(bytes, 0, 2);
    all.writeBytes(new byte[] {(byte) 0xff, (byte) 0xe1, 0, (byte) (exif.size() + 2)});
    all.writeBytes(exif.toByteArray());
    all.write(bytes, 2, bytes.length - 2);
    return all.toByteArray();
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
