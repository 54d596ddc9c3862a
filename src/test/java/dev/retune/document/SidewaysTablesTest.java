package dev.retune.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retune.TestData;
import dev.retune.task.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.util.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Tables whose text stands sideways are those that are found when the sheet is turned.
class SidewaysTablesTest {
  @TempDir Path temp;

  private interface Change {
    void of(PDDocument document, PDPage page) throws IOException;
  }

  private Path changed(Path file, Change change) throws IOException {
    var changed = temp.resolve("changed.pdf");
    try (var document = Loader.loadPDF(file.toFile())) {
      for (var page : document.getPages()) {
        change.of(document, page);
      }
      document.setAllSecurityToBeRemoved(true);
      document.save(changed.toFile());
    }
    return changed;
  }

  /// Each once: with the whole sheet its running headers are turned as well, which are not told
  /// from text then, so that a table begins anew on every page.
  private static List<String> rows(Path file) throws IOException {
    var source = new PdfReader(FileKind.PDF, file, "x", null, "", true).read(Progress.none());
    return CleanDocument.of(source, true)
        .text()
        .lines()
        .filter(line -> line.startsWith("| "))
        .distinct()
        .sorted()
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "pdf/icdar2013/eu-001.pdf, 90",
    "pdf/icdar2013/eu-001.pdf, 270",
    "pdf/icdar2013/eu-002.pdf, 90",
    "pdf/icdar2013/eu-004.pdf, 90",
    "pdf/icdar2013/eu-004.pdf, 270",
    "pdf/icdar2013/us-001.pdf, 90",
    "pdf/icdar2013/us-012.pdf, 270",
    "pdf/tabula/schools.pdf, 90",
    "pdf/tabula/twotables.pdf, 270",
  })
  void thePageTurnedOnTheScreen(String name, int rotation) throws IOException {
    var file = TestData.shared(name);
    var turned = changed(file, (_, page) -> page.setRotation(page.getRotation() + rotation));
    var wanted = rows(file);
    assertThat(wanted).hasSizeGreaterThan(5);
    assertThat(rows(turned)).isEqualTo(wanted);
  }

  /// As printed reports have them: an upright sheet whose content is drawn sideways.
  @ParameterizedTest
  @CsvSource({
    "pdf/icdar2013/eu-001.pdf",
    "pdf/icdar2013/eu-004.pdf",
    "pdf/icdar2013/us-012.pdf",
  })
  void theContentDrawnSideways(String name) throws IOException {
    var file = TestData.shared(name);
    var turned = changed(file, SidewaysTablesTest::drawnSideways);
    assertThat(rows(turned)).isEqualTo(rows(file));
  }

  private static void drawnSideways(PDDocument document, PDPage page) throws IOException {
    var box = page.getCropBox();
    try (var content = new PDPageContentStream(document, page, AppendMode.PREPEND, false, false)) {
      content.transform(
          new Matrix(0, 1, -1, 0, box.getLowerLeftY() + box.getHeight(), -box.getLowerLeftX()));
    }
    page.setMediaBox(new PDRectangle(box.getHeight(), box.getWidth()));
    page.setCropBox(page.getMediaBox());
  }

  @Test
  void theirWordsStandInTheirPlaces() throws IOException {
    var file = TestData.shared("pdf/icdar2013/eu-002.pdf");
    var turned = changed(file, (_, page) -> page.setRotation(90));
    var source = new PdfReader(FileKind.PDF, turned, "x", null, "", true).read(Progress.none());
    var page = CleanDocument.of(source, true).pages().getFirst();
    assertThat(page.lines())
        .filteredOn(line -> page.text().substring(line.start(), line.end()).matches("\\d[\\d.]+"))
        .hasSizeGreaterThan(5)
        .allSatisfy(line -> {
          var box = line.source().layout().box();
          assertThat(box.height()).isGreaterThan(box.width());
          assertThat(box.right()).isLessThan(page.source().width());
        });
  }
}
