package dev.retune.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.retune.TestData;
import dev.retune.document.ocr.CharacterErrors;
import dev.retune.document.ocr.OcrSettings;
import dev.retune.document.ocr.Recognition;
import dev.retune.pair.ActionKind;
import dev.retune.pair.BuiltInQuestionWriter;
import dev.retune.pair.PairRow;
import dev.retune.pair.PairStore;
import dev.retune.pair.QuestionRun;
import dev.retune.pair.RechunkSummary;
import dev.retune.pair.Review;
import dev.retune.pair.WritingListener;
import dev.retune.task.Progress;
import dev.retune.text.ProblemException;
import dev.retune.text.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Pages read again: what becomes of texts, passages and pairs, and that undoing brings all back.
class RereadTest extends WithProject {
  private static final Path MANUAL = Path.of("sample-data/en/1-operating.pdf");
  private static final Path LINN = TestData.shared("pdf/ocrmypdf/linn.pdf");

  private static final List<String> TABLES =
      List.of("document", "page", "chunk", "query", "judgement", "setting");

  private PairStore pairs;
  private Review review;

  @BeforeEach
  void open() {
    pairs = new PairStore(project);
    review = new Review(pairs, "Ana", Clock.systemUTC());
  }

  private Document imported(Path file) {
    var reading = new ReadingOptions(Scans.english(), new FilePasswords());
    new DocumentImporter(project, tokens, ChunkingOptions.DEFAULT, Clock.systemUTC(), reading)
        .importFiles(List.of(file), Progress.none());
    return store.documents().getLast();
  }

  /// With the built-in writer's questions, all accepted.
  private Document asked(Path file) {
    var document = imported(file);
    var chunks = store.allChunks();
    new QuestionRun(pairs, "Ana", Clock.systemUTC())
        .run(new BuiltInQuestionWriter(chunks), chunks, 3, Progress.none(), WritingListener.none());
    review.accept(pairs.rows().stream().map(PairRow::id).toList());
    assertThat(pairs.rows()).hasSizeGreaterThan(10);
    return store.document(document.id()).orElseThrow();
  }

  private Rechunked read(Document document, RereadRequest request, Progress progress) {
    var english = Scans.english();
    var reading =
        new RereadOptions(
            own -> own.isEmpty() ? english : new OcrSettings(english.folder(), own),
            new FilePasswords(),
            true);
    return new Rereader(project, tokens, ChunkingOptions.DEFAULT, null, reading)
        .read(List.of(document), request, progress);
  }

  private RechunkSummary reread(
      Document document, @Nullable Treatment treatment, Integer... pages) {
    var request = new RereadRequest(Set.of(pages), treatment, null, false);
    return review.rechunk(read(document, request, Progress.none()), false);
  }

  /// All that the project shows, row by row, to the byte.
  private List<Map<String, Object>> state() {
    return project
        .reading()
        .withHandle(handle -> {
          var rows = new ArrayList<Map<String, Object>>();
          for (var table : TABLES) {
            var where = table.equals("chunk") ? " WHERE live = 1" : "";
            handle
                .createQuery("SELECT * FROM " + table + where)
                .mapToMap()
                .forEach(row -> {
                  var plain = new TreeMap<String, Object>();
                  row.forEach((name, value) ->
                      plain.put(
                          name,
                          value instanceof byte[] bytes
                              ? HexFormat.of().formatHex(bytes)
                              : String.valueOf(value)));
                  plain.put("table", table);
                  rows.add(plain);
                });
          }
          rows.sort((a, b) -> a.toString().compareTo(b.toString()));
          return rows;
        });
  }

  private void undoneAndRedone(List<Map<String, Object>> before) {
    var after = state();
    assertThat(after).isNotEqualTo(before);
    assertThat(review.nextUndo()).contains(ActionKind.REREAD);
    assertThat(review.undo()).isPresent();
    assertThat(state()).isEqualTo(before);
    assertThat(pairs.lost()).isEmpty();
    assertThat(review.redo()).isPresent();
    assertThat(state()).isEqualTo(after);
    assertThat(danglingReferences()).isEmpty();
  }

  private List<Map<String, Object>> danglingReferences() {
    return project
        .reading()
        .withHandle(handle -> handle.createQuery("PRAGMA foreign_key_check").mapToMap().list());
  }

  private List<UUID> idsFrom(Document document, int firstPage) {
    return store.chunks(document.id()).stream()
        .filter(chunk -> chunk.locator().firstPage() >= firstPage)
        .map(Chunk::id)
        .toList();
  }

  @Test
  void aPageIsRecognisedInPlaceOfItsOwnTextAndItsPairsMoveWithTheirWords() {
    var document = asked(MANUAL);
    var before = state();
    var rows = pairs.rows();
    var chunks = store.chunks(document.id());
    var others = idsFrom(document, 5);
    var own = store.page(document.id(), 2).orElseThrow();

    var summary = reread(document, Treatment.RECOGNISE, 2);

    var states = store.readings(document.id()).stream().map(PageReading::state).toList();
    assertThat(states.get(1)).isEqualTo(PageState.RECOGNISED);
    assertThat(states.get(2)).isEqualTo(PageState.TEXT);
    var read = store.page(document.id(), 2).orElseThrow();
    assertThat(CharacterErrors.rate(own.rawText(), read.rawText())).isLessThan(.06);
    // What stands behind the section that the page belongs to is the same passage as before.
    assertThat(idsFrom(document, 5)).isEqualTo(others);
    assertThat(summary.kept() + summary.moved() + summary.joined() + summary.lost().size())
        .isEqualTo(rows.size());
    assertThat(summary.moved()).isPositive();
    assertThat(summary.lost().size()).isLessThanOrEqualTo(rows.size() / 10);
    for (var row : pairs.rows()) {
      assertThat(store.chunk(row.chunkId())).isPresent();
    }
    assertThat(store.readings(document.id()).get(1).treatment()).isEqualTo(Treatment.RECOGNISE);
    undoneAndRedone(before);
    // And back again: what was cut the same before has its former id.
    assertThat(reread(document, Treatment.AUTOMATIC, 2).lost()).isEmpty();
    assertThat(store.chunks(document.id())).isEqualTo(chunks);
    assertThat(pairs.rows())
        .extracting(PairRow::id, PairRow::chunkId)
        .containsExactlyInAnyOrderElementsOf(
            rows.stream().map(row -> tuple(row.id(), row.chunkId())).toList());
  }

  @Test
  void aPageLeftOutGivesNoPassagesAndComesBackWithThemAndTheirPairs() {
    var document = asked(MANUAL);
    var before = state();
    var rows = pairs.rows();
    var words = store.page(document.id(), 2).orElseThrow().text().lines().toList().getLast();
    var search = new DocumentSearch(project);
    assertThat(search.find(document.id(), words, 5)).isNotEmpty();
    var chunks = store.chunks(document.id());

    var summary = reread(document, Treatment.LEAVE_OUT, 2);

    assertThat(summary.lost()).isNotEmpty();
    assertThat(store.chunks(document.id()))
        .isNotEmpty()
        .flatExtracting(chunk -> pages(chunk))
        .doesNotContain(2);
    assertThat(search.find(document.id(), words, 5)).isEmpty();
    assertThat(store.readings(document.id()).get(1).leftOut()).isTrue();
    assertThat(store.document(document.id()).orElseThrow().chunks())
        .isEqualTo(store.chunks(document.id()).size());
    assertThat(store.chunks(document.id()))
        .extracting(Chunk::ordinal)
        .containsExactlyElementsOf(
            IntStream.range(0, store.chunks(document.id()).size()).boxed().toList());
    undoneAndRedone(before);
    // Cutting anew meanwhile does not stumble over passages of the page.
    assertThat(
            new Rechunker(project, tokens, ChunkingOptions.DEFAULT, null)
                .cut(store.documents(), Progress.none())
                .left())
        .isEmpty();

    var back = reread(document, null, 2);

    assertThat(back.returned()).isEqualTo(summary.lost().size());
    assertThat(store.chunks(document.id())).isEqualTo(chunks);
    assertThat(pairs.lost()).isEmpty();
    assertThat(pairs.rows())
        .extracting(PairRow::id)
        .containsExactlyInAnyOrderElementsOf(rows.stream().map(PairRow::id).toList());
  }

  private static List<Integer> pages(Chunk chunk) {
    return chunk.locator() instanceof PdfLocator(var ranges)
        ? ranges.stream().map(PageRange::page).toList()
        : List.of();
  }

  @Test
  void aDocumentLeftOutAsAWholeSaysSoAndComesBack() {
    var document = asked(MANUAL);
    var before = state();
    var summary = reread(document, Treatment.LEAVE_OUT);
    assertThat(store.allChunks()).isEmpty();
    assertThat(pairs.rows()).isEmpty();
    assertThat(summary.lost()).isNotEmpty();
    var left = store.document(document.id()).orElseThrow();
    assertThat(left.warnings()).extracting("code").containsExactly("document.allLeftOut");
    assertThat(new DocumentSearch(project).find(document.id(), "the", 5)).isEmpty();
    undoneAndRedone(before);
    reread(left, null);
    assertThat(shown()).isEqualTo(shownOf(before));
  }

  /// Without what only the log tells: who decided when.
  private List<Map<String, Object>> shown() {
    return shownOf(state());
  }

  private static List<Map<String, Object>> shownOf(List<Map<String, Object>> state) {
    return state.stream().filter(row -> !row.get("table").equals("judgement")).toList();
  }

  /// A scan whose own text is not what stands on it.
  private Path withWrongText() throws IOException {
    var file = temp.resolve("wrong.pdf");
    var picture = Scans.picture(LINN, 0);
    var scale = 72f / Scans.DPI;
    try (var pdf = new PDDocument()) {
      var page =
          new PDPage(new PDRectangle(picture.getWidth() * scale, picture.getHeight() * scale));
      pdf.addPage(page);
      var box = page.getMediaBox();
      try (var content = new PDPageContentStream(pdf, page)) {
        var image = LosslessFactory.createFromImage(pdf, picture);
        content.drawImage(image, 0, 0, box.getWidth(), box.getHeight());
        content.beginText();
        content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 10);
        content.setRenderingMode(RenderingMode.NEITHER);
        content.newLineAtOffset(40, 300);
        content.showText("Qvbbx wrlmz tnnop krrst vwxxy zaabb ccdde.");
        content.endText();
      }
      pdf.save(file.toFile());
    }
    return file;
  }

  @Test
  void aScanWithAWrongTextLayerIsReadAsWhatItShows() throws IOException {
    var document = imported(withWrongText());
    assertThat(store.readings(document.id()))
        .extracting(PageReading::state)
        .containsExactly(PageState.TEXT);
    var wrong = store.chunks(document.id()).getFirst();
    review.add("What is krrst?", wrong.id());
    var before = state();

    var summary = reread(document, Treatment.RECOGNISE);

    assertThat(summary.lost()).hasSize(1);
    var read = store.page(document.id(), 1).orElseThrow().rawText();
    var expected = Files.readString(TestData.shared("pdf/ocrmypdf/linn.txt"));
    assertThat(CharacterErrors.rate(expected, read)).isLessThan(.01);
    var now = store.document(document.id()).orElseThrow();
    assertThat(now.outcome()).isEqualTo(Outcome.READ_WITH_WARNINGS);
    assertThat(now.warnings()).extracting("code").containsExactly("document.pagesRecognised");
    assertThat(store.choice(document.id()).treatment()).isEqualTo(Treatment.RECOGNISE);
    undoneAndRedone(before);

    assertThat(reread(document, Treatment.OWN_TEXT).returned()).isEqualTo(1);
    assertThat(store.chunks(document.id())).containsExactly(wrong);
    assertThat(store.document(document.id()).orElseThrow().outcome()).isEqualTo(Outcome.READ);
  }

  @Test
  void ownTextOnlyMakesAScanOneThatNeedsRecognition() {
    var document = imported(LINN);
    var before = state();
    reread(document, Treatment.OWN_TEXT);
    var now = store.document(document.id()).orElseThrow();
    assertThat(now.outcome()).isEqualTo(Outcome.NEEDS_OCR);
    // The way back is here, not in another program.
    assertThat(now.warnings()).extracting("code").containsExactly("document.ownText");
    assertThat(now.warnings().getFirst().in(Locale.ENGLISH)).contains("Read again… and Automatic");
    assertThat(store.chunks(document.id())).isEmpty();
    undoneAndRedone(before);
    reread(now, Treatment.AUTOMATIC);
    assertThat(state()).isEqualTo(before);
    // The same way again changes nothing.
    var again = store.document(document.id()).orElseThrow();
    assertThat(reread(again, Treatment.AUTOMATIC).action().id()).isZero();
  }

  @Test
  void correctionsOnOtherPagesSurviveAndACorrectedPageIsReplacedOnlyOnDemand() {
    var document = asked(MANUAL);
    var corrections = new CorrectionStore(project, tokens, "Ana", Clock.systemUTC());
    var here = passageOn(document, 2);
    corrections.correct(here.id(), here.text() + " Corrected here.");
    var there = passageOn(document, 4);
    corrections.correct(there.id(), there.text() + " Corrected there.");
    var before = state();

    var request = new RereadRequest(Set.of(2, 3), Treatment.RECOGNISE, null, false);
    var read = read(document, request, Progress.none());
    assertThat(read.rereads().getFirst().kept()).containsExactly(2);
    assertThat(read.rereads().getFirst().pages()).extracting(StoredPage::number).containsOnly(3);
    review.rechunk(read, false);
    assertThat(text(document, 2)).contains("Corrected here.");
    assertThat(text(document, 4)).contains("Corrected there.");
    undoneAndRedone(before);

    var over = new RereadRequest(Set.of(2), Treatment.RECOGNISE, null, true);
    review.rechunk(read(document, over, Progress.none()), false);
    assertThat(text(document, 2)).doesNotContain("Corrected here.");
    assertThat(text(document, 4)).contains("Corrected there.");
    assertThat(store.readings(document.id()).get(1).corrected()).isFalse();
    assertThat(review.undo()).isPresent();
    assertThat(text(document, 2)).contains("Corrected here.");
    assertThat(store.readings(document.id()).get(1).corrected()).isTrue();
  }

  @Test
  void whatWasCorrectedSinceIsNotThrownAwayByUndoing() {
    var document = asked(MANUAL);
    var before = state();
    reread(document, Treatment.RECOGNISE, 2);
    var corrections = new CorrectionStore(project, tokens, "Ana", Clock.systemUTC());
    var passage = passageOn(document, 2);
    var correction = corrections.correct(passage.id(), passage.text() + " Better.");
    assertThatThrownBy(review::undo)
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("corrected since");
    corrections.undo(correction);
    assertThat(review.undo()).isPresent();
    assertThat(state()).isEqualTo(before);
  }

  private Chunk passageOn(Document document, int page) {
    return store.chunks(document.id()).stream()
        .filter(chunk -> pages(chunk).equals(List.of(page)))
        .findFirst()
        .orElseThrow();
  }

  private String text(Document document, int page) {
    return store.page(document.id(), page).orElseThrow().text();
  }

  @Test
  void aDocumentOfAnEarlierVersionIsMadeWhole() {
    var document = asked(MANUAL);
    var before = state();
    var rows = pairs.rows();
    project
        .jdbi()
        .useHandle(handle -> handle.execute("UPDATE page SET lines = NULL, state = NULL"));
    var rechunker = new Rechunker(project, tokens, ChunkingOptions.DEFAULT, null);
    assertThat(rechunker.cut(store.documents(), Progress.none()).left()).hasSize(1);

    // Even where one page is asked for, all of them are read.
    var summary = reread(document, Treatment.AUTOMATIC, 1);

    assertThat(rechunker.cut(store.documents(), Progress.none()).left()).isEmpty();
    assertThat(summary.kept()).isEqualTo(rows.size());
    assertThat(state()).isEqualTo(before);
  }

  @Test
  void textWithoutPagesIsReadAgainToo() throws IOException {
    var file = Files.writeString(temp.resolve("a.md"), "# A\n\nRed stands on the left.\n");
    var document = imported(file);
    var before = state();
    project.jdbi().useHandle(handle -> handle.execute("UPDATE page SET lines = NULL"));
    reread(document, Treatment.AUTOMATIC);
    assertThat(state()).isEqualTo(before);
    assertThatThrownBy(() -> reread(document, Treatment.LEAVE_OUT, 1))
        .hasMessageContaining("no pages");
    reread(document, Treatment.LEAVE_OUT);
    assertThat(store.allChunks()).isEmpty();
    reread(document, null);
    assertThat(state()).isEqualTo(before);
  }

  @Test
  void cancellingMissingDataAndUnknownPagesChangeNothing() {
    var document = asked(MANUAL);
    var before = state();
    var request = new RereadRequest(Set.of(2), Treatment.RECOGNISE, null, false);
    assertThatThrownBy(() -> read(document, request, new Cancelled()))
        .isInstanceOf(CancellationException.class);
    assertThatThrownBy(() ->
            read(
                document,
                new RereadRequest(Set.of(2), Treatment.RECOGNISE, List.of("eng", "tlh"), false),
                Progress.none()))
        .hasMessageContaining("tlh");
    assertThatThrownBy(() -> reread(document, Treatment.RECOGNISE, 99))
        .hasMessageContaining("no page 99");
    assertThat(state()).isEqualTo(before);
  }

  /// Cancelled as soon as pictures are read.
  private static final class Cancelled implements Progress {
    private boolean recognising;

    @Override
    public void begin(Text what, long total) {
      recognising |= what.key().equals("recognising");
    }

    @Override
    public void advance(long units) {}

    @Override
    public boolean cancelled() {
      return recognising;
    }
  }

  @Test
  void languagesOfTheDocumentAreKeptWithItAndUsed() {
    var document = imported(LINN);
    var request = new RereadRequest(Set.of(), Treatment.AUTOMATIC, List.of("tlh"), false);
    assertThatThrownBy(() -> read(document, request, Progress.none())).hasMessageContaining("tlh");
    assumeThat(Recognition.knows(Scans.english().folder(), "chi_sim"))
        .as("data to recognise Chinese (Debian's tesseract-ocr-chi-sim)")
        .isTrue();
    var two = new RereadRequest(Set.of(), Treatment.AUTOMATIC, List.of("eng", "chi_sim"), false);
    review.rechunk(read(document, two, Progress.none()), false);
    assertThat(store.choice(document.id()).languages()).containsExactly("eng", "chi_sim");
    assertThat(review.undo()).isPresent();
    assertThat(store.choice(document.id())).isEqualTo(ReadingChoice.DEFAULT);
  }
}
