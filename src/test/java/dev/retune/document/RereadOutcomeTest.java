package dev.retune.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retune.TestData;
import dev.retune.document.ocr.OcrSettings;
import dev.retune.pair.PairStore;
import dev.retune.pair.Review;
import dev.retune.task.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What is said of a document, and of its other pages, once single pages were read again or left
/// out.
class RereadOutcomeTest extends WithProject {
  private static final Path TEXT = Path.of("sample-data/en/1-operating.pdf");
  private static final Path SCAN = TestData.shared("pdf/ocrmypdf/linn.pdf");

  /// The first pages of files, one behind the other.
  private Document imported(@Nullable OcrSettings ocr, Path... files) throws IOException {
    var joined = temp.resolve("joined.pdf");
    try (var pdf = new PDDocument()) {
      for (var file : files) {
        try (var other = Loader.loadPDF(file.toFile())) {
          pdf.importPage(other.getPage(0));
          pdf.save(joined.toFile());
        }
      }
    }
    return importedWhole(ocr, joined);
  }

  private Document importedWhole(@Nullable OcrSettings ocr, Path file) {
    var reading = new ReadingOptions(ocr, new FilePasswords());
    new DocumentImporter(project, tokens, ChunkingOptions.DEFAULT, Clock.systemUTC(), reading)
        .importFiles(List.of(file), Progress.none());
    return store.documents().getLast();
  }

  private Document reread(
      Document document,
      @Nullable OcrSettings ocr,
      @Nullable Treatment treatment,
      Integer... pages) {
    var reading = new RereadOptions(_ -> ocr, new FilePasswords(), true);
    var read =
        new Rereader(project, tokens, ChunkingOptions.DEFAULT, null, reading)
            .read(
                List.of(document),
                new RereadRequest(Set.of(pages), treatment, null, false),
                Progress.none());
    new Review(new PairStore(project), "Ana", Clock.systemUTC()).rechunk(read, false);
    return store.document(document.id()).orElseThrow();
  }

  @Test
  void lettersWithoutNamesNeverBecomePassages() throws IOException {
    var document = imported(null, TEXT, TEXT);
    // As the fonts of some files have it: letters that cannot be told from each other.
    project
        .jdbi()
        .useHandle(handle -> {
          handle.execute("DELETE FROM chunk");
          handle.execute("UPDATE page SET state = 'UNREAD'");
          handle.execute("UPDATE document SET outcome = 'NEEDS_OCR', chunks = 0");
        });

    var now = reread(document, null, Treatment.LEAVE_OUT, 1);

    assertThat(now.outcome()).isEqualTo(Outcome.NEEDS_OCR);
    assertThat(store.chunks(document.id())).isEmpty();
  }

  @Test
  void nothingIsSaidOfPagesThatAreLeftOut() throws IOException {
    var document = imported(null, TEXT, SCAN);
    var chunks = store.chunks(document.id());
    assertThat(document.warnings()).extracting("code").containsExactly("document.pagesNeedOcr");

    var read = reread(document, null, Treatment.LEAVE_OUT, 2);
    assertThat(read.outcome()).isEqualTo(Outcome.READ);
    assertThat(read.warnings()).isEmpty();
    assertThat(reread(read, null, null, 2)).isEqualTo(document);

    var scan = reread(document, null, Treatment.LEAVE_OUT, 1);
    assertThat(scan.outcome()).isEqualTo(Outcome.NEEDS_OCR);
    assertThat(scan.warnings()).extracting("code").containsExactly("document.needsOcr");
    assertThat(scan.chunks()).isZero();
    assertThat(reread(scan, null, null, 1)).isEqualTo(document);
    assertThat(store.chunks(document.id())).isEqualTo(chunks);
  }

  @Test
  void aRecogniserThatDoesNotStartLeavesARecognisedPageAsItIs() throws IOException {
    var document = imported(Scans.english(), SCAN);
    var chunks = store.chunks(document.id());
    var inTheWay = Files.writeString(temp.resolve("file"), "no folder");
    var broken = new OcrSettings(inTheWay, List.of("eng"));
    assertThatThrownBy(() -> reread(document, broken, Treatment.RECOGNISE, 1))
        .hasMessageContaining("Could not write");
    assertThat(store.chunks(document.id())).isEqualTo(chunks);
  }

  @Test
  void aRecognisedPageOfAnEarlierVersionIsStillRead() throws IOException {
    var document = imported(Scans.english(), TEXT, SCAN);
    project.jdbi().useHandle(handle -> handle.execute("UPDATE page SET state = NULL"));
    var now = reread(document, Scans.english(), Treatment.RECOGNISE, 1);
    assertThat(now.warnings()).extracting("code").containsExactly("document.pagesRecognised");
    assertThat(now.outcome()).isEqualTo(Outcome.READ_WITH_WARNINGS);
  }

  @Test
  void aPageReadAsItsOwnTextIsComparedWithRecognisedOnesOfItsSize() throws IOException {
    var document = importedWhole(Scans.english(), TEXT);
    reread(document, Scans.english(), Treatment.RECOGNISE);
    var kept = new HashMap<Integer, StoredPage>();
    new CutStore(project).pages(document.id()).forEach(page -> kept.put(page.number(), page));
    kept.remove(2);

    var plan =
        new ReadingPlan(Treatment.RECOGNISE, Map.of(2, Treatment.OWN_TEXT), kept, Set.of(), true);
    var pages =
        new PdfReader(FileKind.PDF, TEXT, "a.pdf", null, "", true, plan)
            .read(Progress.none())
            .pages();

    assertThat(pages.getFirst().content()).isEqualTo(SourcePage.Content.RECOGNISED);
    assertThat(size(pages.getFirst())).isEqualTo(size(pages.get(1)), Offset.offset(.1f));
  }

  private static float size(SourcePage page) {
    return new BodySize(List.of(page), Set.of()).around(0);
  }
}
