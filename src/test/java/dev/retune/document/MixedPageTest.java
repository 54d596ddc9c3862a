package dev.retune.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retune.TestData;
import dev.retune.document.ocr.CharacterErrors;
import dev.retune.project.Project;
import dev.retune.task.Progress;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Pages with text of their own beside a picture that covers much of them.
class MixedPageTest {
  private static final Path LINN = TestData.shared("pdf/ocrmypdf/linn.pdf");
  private static final String HEAD = "Received by the archive on 14 March 2019, file 77-B";
  private static final String FOOT = "Copied for reading only; the original is kept in room 12";

  @TempDir Path folder;

  /// A sheet with a head, a picture and a foot.
  ///
  /// @param strips that the picture is drawn in
  /// @param share of the page's height that the picture has
  private Path sheet(BufferedImage picture, int strips, float share, int rotation)
      throws IOException {
    var file = folder.resolve("sheet.pdf");
    try (var pdf = new PDDocument()) {
      var page = new PDPage(PDRectangle.A4);
      page.setRotation(rotation);
      pdf.addPage(page);
      float height = PDRectangle.A4.getHeight();
      float width = PDRectangle.A4.getWidth();
      var font = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
      try (var content = new PDPageContentStream(pdf, page)) {
        float high = share * height;
        float wide = Math.min(width - 20, high * picture.getWidth() / picture.getHeight());
        float bottom = height - 60 - high;
        int rows = picture.getHeight() / strips;
        for (int i = 0; i < strips; i++) {
          var strip = picture.getSubimage(0, i * rows, picture.getWidth(), rows);
          content.drawImage(
              LosslessFactory.createFromImage(pdf, strip),
              10,
              bottom + high * (strips - 1 - i) / strips,
              wide,
              high / strips);
        }
        write(content, font, HEAD, height - 40);
        write(content, font, FOOT, 20);
      }
      pdf.save(file.toFile());
    }
    return file;
  }

  private static void write(PDPageContentStream content, PDType1Font font, String text, float y)
      throws IOException {
    content.beginText();
    content.setFont(font, 11);
    content.newLineAtOffset(30, y);
    content.showText(text);
    content.endText();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5})
  void aHeadedScanKeepsItsOwnTextAndGainsThePictures(int strips) throws IOException {
    var source = Scans.read(sheet(Scans.picture(LINN, 0), strips, .85f, 0), Scans.english());
    var page = source.pages().getFirst();
    assertThat(page.content()).isEqualTo(SourcePage.Content.MIXED);
    assertThat(source.warnings()).extracting("code").containsExactly("document.pagesMixed");
    assertThat(page.text()).startsWith(HEAD + "\n").endsWith(FOOT + "\n");
    var between =
        page.text().substring(HEAD.length() + 1, page.text().length() - FOOT.length() - 1);
    var expected = Files.readString(TestData.shared("pdf/ocrmypdf/linn.txt"));
    assertThat(CharacterErrors.rate(expected, between)).isLessThan(.03);
    // Each line's places are its own: those of the head above the picture's, the foot's below.
    assertThat(page.lines()).allSatisfy(line -> assertThat(line.layout()).isNotNull());
    for (var line : page.lines()) {
      var words = line.layout().words();
      for (int i = 0; i < words.count(); i++) {
        assertThat(words.starts()[i]).isBetween(line.start(), line.end());
        assertThat(words.ends()[i]).isBetween(line.start(), line.end());
      }
    }
    assertThat(page.lines().getFirst().layout().bottom())
        .isLessThan(page.lines().get(1).layout().top());
    assertThat(page.lines().getLast().layout().top())
        .isGreaterThan(page.lines().get(page.lines().size() - 2).layout().bottom());
  }

  @Test
  void aTurnedSheetIsReadAsShown() throws IOException {
    var upright = Scans.picture(LINN, 0);
    var page = Scans.read(sheet(upright, 1, .85f, 180), Scans.english()).pages().getFirst();
    assertThat(page.content()).isEqualTo(SourcePage.Content.MIXED);
    assertThat(page.text()).contains(HEAD, FOOT, "To record a sequence");
  }

  @Test
  void anIllustrationAndAPictureWithoutTextAreNone() throws IOException {
    var small = sheet(Scans.picture(LINN, 0), 1, .4f, 0);
    assertThat(Scans.read(small, Scans.english()).pages().getFirst().content())
        .isEqualTo(SourcePage.Content.TEXT);
    var noise = new BufferedImage(600, 800, BufferedImage.TYPE_BYTE_GRAY);
    var random = new Random(5);
    for (int x = 0; x < 600; x += 4) {
      for (int y = 0; y < 800; y += 4) {
        int grey = random.nextInt(256);
        noise.getGraphics().setColor(new Color(grey, grey, grey));
        noise.getGraphics().fillRect(x, y, 4, 4);
      }
    }
    var photo = Scans.read(sheet(noise, 1, .85f, 0), Scans.english());
    assertThat(photo.pages().getFirst().content()).isEqualTo(SourcePage.Content.TEXT);
    assertThat(photo.outcome()).isEqualTo(Outcome.READ);
  }

  @Test
  void itsStateIsStoredAndItsPassagesPointIntoThePicture() throws IOException {
    var file = sheet(Scans.picture(LINN, 0), 1, .85f, 0);
    try (var project = Project.create(folder.resolve("p"), "p");
        var tokens = TestTokens.english()) {
      new DocumentImporter(
              project,
              tokens,
              ChunkingOptions.DEFAULT,
              Clock.systemUTC(),
              new ReadingOptions(Scans.english(), new FilePasswords()))
          .importFiles(List.of(file), Progress.none());
      var store = new DocumentStore(project);
      var document = store.documents().getFirst();
      assertThat(store.readings(document.id()))
          .extracting(PageReading::state)
          .containsExactly(PageState.MIXED);
      var found = new DocumentSearch(project).find(document.id(), "simply press RECORD", 5);
      assertThat(found).hasSize(1);
      var box = found.getFirst().ranges().getFirst().boxes().getFirst();
      assertThat(box.y()).isBetween(60f, 60 + .85f * PDRectangle.A4.getHeight());
    }
  }
}
