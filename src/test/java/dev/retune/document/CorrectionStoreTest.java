package dev.retune.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retune.TestData;
import dev.retune.task.Progress;
import dev.retune.text.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CorrectionStoreTest extends WithProject {
  private CorrectionStore corrections;

  @BeforeEach
  void open() {
    corrections = new CorrectionStore(project, tokens, "me", Clock.systemUTC());
  }

  private Document imported(Path file, ReadingOptions reading) {
    var options = ChunkingOptions.DEFAULT;
    new DocumentImporter(project, tokens, options, Clock.systemUTC(), reading)
        .importFiles(List.of(file), Progress.none());
    return store.documents().getLast();
  }

  @Test
  void aRecognisedWordIsPutRightAndStaysSo() throws IOException {
    var file = TestData.shared("pdf/ocrmypdf/linn.pdf");
    var document = imported(file, new ReadingOptions(Scans.english(), new FilePasswords()));
    var chunk = store.chunks(document.id()).get(1);
    var words = chunk.text().split(" ");
    var wrong = words[words.length / 2];
    var right = wrong + "fully";

    corrections.correct(
        chunk.id(), chunk.text().replaceFirst(" " + wrong + " ", " " + right + " "));

    var after = store.chunk(chunk.id()).orElseThrow();
    assertThat(after.text()).contains(" " + right + " ");
    assertThat(after.tokens()).isEqualTo(tokens.count(after.text()));
    var page = store.page(document.id(), after.locator().firstPage()).orElseThrow();
    assertThat(page.text()).contains(" " + right + " ");
    int at = page.text().indexOf(" " + right + " ") + 1;
    var raw = page.offsets().toRaw(at, at + right.length());
    assertThat(raw.of(page.rawText())).contains(wrong);
    var again = new CutStore(project).text(document.id()).orElseThrow().text();
    assertThat(again).contains(" " + right + " ");
    assertThat(logged()).containsExactly("->fully");
  }

  private List<String> logged() {
    return project
        .jdbi()
        .withHandle(handle ->
            handle
                .createQuery("SELECT before_text || '->' || after_text FROM correction ORDER BY id")
                .mapTo(String.class)
                .list());
  }

  /// Whatever is replaced: the passage reads as it was given, the others as they did but for what
  /// they share with it, and undoing brings every text back.
  @ParameterizedTest
  @CsvSource({
    "pdf/unstructured/layout-parser-paper-fast.pdf, 1",
    "pdf/pdfplumber/issue-67-example.pdf, 2",
    "pdf/pdfplumber/federal-register-2020-17221.pdf, 3"
  })
  void anyCorrectionHoldsAndIsUndone(String name, int seed) throws IOException {
    var document = imported(TestData.shared(name), ReadingOptions.plain());
    var random = new Random(seed);
    var before = texts(document);
    var ids = List.copyOf(before.keySet());
    for (int i = 0; i < 60; i++) {
      var id = ids.get(random.nextInt(ids.size()));
      var text = before.get(id);
      // What separates pages stays, so what goes over the end of one may read otherwise.
      int first = parts(document, store.chunk(id).orElseThrow()).getFirst().length();
      boolean over = random.nextInt(3) == 0;
      var wanted =
          over
              ? changed(text, random)
              : changed(text.substring(0, first), random) + text.substring(first);
      var correction = corrections.correct(id, wanted);

      if (!over) {
        assertThat(store.chunk(id).orElseThrow().text()).isEqualTo(wanted.strip());
      }
      for (var page : store.pages(document.id())) {
        assertThat(page.offsets().length()).isEqualTo(page.text().length());
      }
      for (var chunk : store.chunks(document.id())) {
        assertThat(parts(document, chunk)).isNotEmpty();
      }

      corrections.undo(correction);
      assertThat(texts(document)).as("after undoing %s", wanted).isEqualTo(before);
    }
  }

  private List<PassageText.Part> parts(Document document, Chunk chunk) {
    return PassageText.of(chunk, page -> store.page(document.id(), page).orElseThrow().text())
        .parts();
  }

  private java.util.Map<UUID, String> texts(Document document) {
    return store.chunks(document.id()).stream().collect(Collectors.toMap(Chunk::id, Chunk::text));
  }

  private static String changed(String text, Random random) {
    int from = random.nextInt(text.length());
    int to = Math.min(text.length(), from + random.nextInt(40));
    Function<Integer, String> letters =
        count ->
            random
                .ints(count, 'a', 'z')
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    return switch (random.nextInt(5)) {
      case 0 -> text.substring(0, from) + letters.apply(5) + text.substring(from);
      case 1 -> letters.apply(4) + " " + text;
      case 2 -> text + " " + letters.apply(4);
      default -> text.substring(0, from) + letters.apply(random.nextInt(60)) + text.substring(to);
    };
  }

  @Test
  void aPassageOfATextFileToo() throws IOException {
    var file = temp.resolve("a.md");
    Files.writeString(
        file, "# Pumps\n\nThe pomp starts at 3 bar.\n\n# Valves\n\nThey open late.\n");
    var document = imported(file, ReadingOptions.plain());
    var chunk = store.chunks(document.id()).getFirst();
    corrections.correct(chunk.id(), chunk.text().replace("pomp", "pump"));
    assertThat(store.chunk(chunk.id()).orElseThrow().text()).contains("The pump starts");
    assertThat(store.page(document.id(), 1).orElseThrow().text()).contains("The pump starts");
  }

  @Test
  void nothingIsTakenBackOnceTheDocumentWasCutAnew() throws IOException {
    var file = temp.resolve("a.md");
    Files.writeString(file, "# Pumps\n\nThe pomp starts at 3 bar. It stops at 9.\n");
    var document = imported(file, ReadingOptions.plain());
    var chunk = store.chunks(document.id()).getFirst();
    var correction = corrections.correct(chunk.id(), chunk.text().replace("pomp", "pump"));
    // Another chunk of the same text, as cutting anew makes them.
    project
        .jdbi()
        .useHandle(handle ->
            handle.execute(
                "INSERT INTO chunk SELECT ?, document_id, ordinal + 9, text, heading_path, tokens,"
                    + " first_page, locator, live, head FROM chunk WHERE id = ?",
                UUID.randomUUID().toString(),
                chunk.id().toString()));
    assertThatThrownBy(() -> corrections.undo(correction))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.problem().code()).isEqualTo("document.correction.again"));
    assertThat(store.page(document.id(), 1).orElseThrow().text()).contains("The pump starts");
  }

  @Test
  void whatWasImportedBeforePlacesWereKeptIsFoundByPage() throws IOException {
    var document =
        imported(
            TestData.shared("pdf/unstructured/layout-parser-paper-fast.pdf"),
            ReadingOptions.plain());
    var search = new DocumentSearch(project);
    var placed = search.find(document.id(), "document  IMAGE analysis", 50);
    assertThat(placed).hasSizeGreaterThan(3).allMatch(place -> !boxes(place).isEmpty());
    project.jdbi().useHandle(handle -> handle.execute("UPDATE page SET lines = NULL"));
    assertThat(search.find(document.id(), "document  IMAGE analysis", 50))
        .extracting(PdfLocator::firstPage)
        .containsExactlyElementsOf(placed.stream().map(PdfLocator::firstPage).toList());
    assertThat(search.find(document.id(), "zeppelin", 50)).isEmpty();
  }

  private static List<Box> boxes(PdfLocator place) {
    return place.ranges().stream().flatMap(range -> range.boxes().stream()).toList();
  }

  @Test
  void aWholePageThatGoesComesBack() throws IOException {
    var document =
        imported(
            TestData.shared("pdf/unstructured/layout-parser-paper-fast.pdf"),
            ReadingOptions.plain());
    var before = texts(document);
    var chunk =
        store.chunks(document.id()).stream()
            .filter(each -> parts(document, each).size() == 2)
            .findFirst()
            .orElseThrow();
    var second = parts(document, chunk).getLast();

    var correction =
        corrections.correct(
            chunk.id(), chunk.text().substring(chunk.text().length() - second.length() / 2));

    assertThat(correction.changes()).hasSize(2);
    corrections.undo(correction);
    assertThat(texts(document)).isEqualTo(before);
    assertThatThrownBy(() -> corrections.undo(correction)).isInstanceOf(ProblemException.class);
  }

  @Test
  void nothingIsNoCorrection() throws IOException {
    var file = temp.resolve("a.txt");
    Files.writeString(file, "The pump starts at 3 bar.\n");
    var chunk = store.chunks(imported(file, ReadingOptions.plain()).id()).getFirst();
    corrections.correct(chunk.id(), chunk.text());
    assertThat(logged()).isEmpty();
    assertThatThrownBy(() -> corrections.correct(chunk.id(), " \n"))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.problem().code()).isEqualTo("document.correction.empty"));
    assertThat(store.chunk(chunk.id())).contains(chunk);
  }
}
