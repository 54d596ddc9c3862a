package dev.retune.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retune.project.Project;
import dev.retune.task.Progress;
import dev.retune.text.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Office files, web pages, mails and tables of passages, good and bad, through the whole import.
class OfficeImportTest {
  private static final Path FOLDER = Path.of("src/test/fixtures/office");

  /// File, and how its import ends: the outcome, then the problem or warnings.
  private static final String EXPECTED =
      """
      archive.zip     REFUSED archive
      blank.docx      REFUSED blank
      contract.docx   READ
      empty.docx      REFUSED empty
      encrypted.docx  REFUSED password
      entity.docx     REFUSED officeDamaged
      leak.eml        READ_WITH_WARNINGS attached
      manual.docx     READ
      notes.docx      REFUSED notOffice
      page.docx       REFUSED webPageNotOffice
      parts.xlsx      READ
      torn.docx       REFUSED officeDamaged
      torques.eml     READ
      training.pptx   READ
      truncated.pptx  REFUSED truncated
      """;

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

  private ImportSummary importFiles(
      ReadingOptions reading, ChunkingOptions cutting, Path... files) {
    return new DocumentImporter(project, tokens, cutting, Clock.systemUTC(), reading)
        .importFiles(List.of(files), Progress.none());
  }

  private ImportOutcome importFile(Path file) {
    return importFiles(ReadingOptions.plain(), ChunkingOptions.DEFAULT, file).outcomes().getFirst();
  }

  @Test
  void eachEndsAsItShould() throws IOException {
    var actual = new TreeMap<String, String>();
    try (var files = Files.list(FOLDER)) {
      for (var file : files.toList()) {
        var outcome = importFile(file);
        actual.put(file.getFileName().toString(), described(outcome));
        told(outcome);
      }
    }
    assertThat(actual.entrySet().stream().map(e -> e.getKey() + " " + e.getValue()))
        .containsExactlyElementsOf(
            EXPECTED.lines().map(line -> line.replaceAll(" +", " ")).toList());
  }

  private static String described(ImportOutcome outcome) {
    var problems = outcome.problem() == null ? outcome.warnings() : List.of(outcome.problem());
    return outcome.document().outcome()
        + problems.stream()
            .map(problem -> " " + problem.code().substring("document.".length()))
            .collect(Collectors.joining());
  }

  private static void told(ImportOutcome outcome) {
    var problems = outcome.problem() == null ? outcome.warnings() : List.of(outcome.problem());
    var name = outcome.file().getFileName().toString();
    for (Problem problem : problems) {
      for (var locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
        assertThat(problem.cause().in(locale)).contains(name);
        assertThat(problem.remedy().in(locale)).hasSizeGreaterThan(8);
      }
      assertThat(problem.remedy().in(Locale.SIMPLIFIED_CHINESE)).contains("请");
    }
  }

  /// What a folder is searched for is what can be read.
  @Test
  void aFolderGivesTheFilesWithNamesOfKnownKinds() throws IOException {
    var folder = Files.createDirectories(temp.resolve("shelf"));
    for (var name : List.of("a.docx", "b.PPTX", "c.xlsx", "d.eml", "e.htm", "f.csv", "g.jsonl")) {
      Files.writeString(folder.resolve(name), "x");
    }
    Files.writeString(folder.resolve("~$a.docx"), "open in Word");
    Files.writeString(folder.resolve("h.zip"), "x");
    assertThat(DroppedFiles.of(List.of(folder)))
        .extracting(file -> file.getFileName().toString())
        .containsExactly("a.docx", "b.PPTX", "c.xlsx", "d.eml", "e.htm", "f.csv", "g.jsonl");
  }

  @Test
  void aLockedFileOpensWithItsPasswordOnly() {
    var file = FOLDER.resolve("encrypted.docx");
    var reading = ReadingOptions.plain();
    reading.passwords().tryOnAll("wrong");
    var refused = importFiles(reading, ChunkingOptions.DEFAULT, file).outcomes().getFirst();
    assertThat(refused.problem().code()).isEqualTo("document.wrongPassword");
    reading.passwords().remember(refused.document().sha256(), "secret");
    var read = importFiles(reading, ChunkingOptions.DEFAULT, file).outcomes().getFirst();
    assertThat(read.document().outcome()).isEqualTo(Outcome.READ);
    assertThat(store.original(read.document().id()).orElseThrow()).hasSameBinaryContentAs(file);
  }

  @Test
  void aBombIsNotUnpacked() throws IOException {
    var file = rewritten("bomb.docx", "<w:t>", "<w:t>" + " ".repeat(65 << 20));
    assertThat(Files.size(file)).isLessThan(1 << 20);
    assertThat(importFile(file).problem().code()).isEqualTo("document.tooLargeUnpacked");
  }

  @ParameterizedTest
  @CsvSource({"word/media/image1.jpeg, false, 600", "word/other.bin, true, 65"})
  void noPartIsABombWhateverItsName(String name, boolean xml, int megabytes) throws IOException {
    var file = withPart(name, xml, megabytes);
    assertThat(Files.size(file)).isLessThan(8 << 20);
    assertThat(importFile(file).problem().code()).isEqualTo("document.tooLargeUnpacked");
  }

  @Test
  void largePicturesAreNoBomb() throws IOException {
    var file = withPart("word/media/image1.jpeg", false, 100);
    assertThat(importFile(file).problem()).isNull();
  }

  /// A Word file with one more part, which is full of spaces.
  private Path withPart(String name, boolean xml, int megabytes) throws IOException {
    var file = temp.resolve("part.docx");
    var spaces = " ".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
    try (var whole = new java.util.zip.ZipFile(FOLDER.resolve("manual.docx").toFile());
        var out = new ZipOutputStream(Files.newOutputStream(file))) {
      for (var entry : whole.stream().toList()) {
        out.putNextEntry(new ZipEntry(entry.getName()));
        whole.getInputStream(entry).transferTo(out);
      }
      out.setLevel(java.util.zip.Deflater.BEST_SPEED);
      out.putNextEntry(new ZipEntry(name));
      out.write((xml ? "\ufeff <a>" : "GIF").getBytes(StandardCharsets.UTF_8));
      for (int i = 0; i < megabytes; i++) {
        out.write(spaces);
      }
    }
    return file;
  }

  /// The JDK's parsers count such signs as entities.
  @Test
  void aFileFullOfSignsThatXmlWritesAsEntities() throws IOException {
    var text = "&lt;a&gt; &amp; ".repeat(40_000);
    var file = rewritten("signs.docx", "<w:t></w:t>", "<w:t>" + text + "</w:t>");
    assertThat(described(importFile(file))).isEqualTo("READ");
    assertThat(store.allChunks().getFirst().text()).startsWith("<a> & <a> &");
  }

  private Path rewritten(String name, String old, String put) throws IOException {
    var file = temp.resolve(name);
    try (var whole = new java.util.zip.ZipFile(FOLDER.resolve("blank.docx").toFile());
        var out = new ZipOutputStream(Files.newOutputStream(file))) {
      for (var entry : whole.stream().toList()) {
        out.putNextEntry(new ZipEntry(entry.getName()));
        var text = new String(whole.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
        out.write(text.replace(old, put).getBytes(StandardCharsets.UTF_8));
      }
    }
    return file;
  }

  /// Every chunk's words stand at its place, under the headings it names, and cutting the stored
  /// text the same way gives the same chunks.
  @ParameterizedTest
  @CsvSource({"manual.docx", "contract.docx", "training.pptx", "parts.xlsx", "leak.eml"})
  void passagesStandWhereTheySay(String name) throws IOException {
    var options = new ChunkingOptions(24, 0);
    var file = FOLDER.resolve(name);
    var document =
        importFiles(ReadingOptions.plain(), options, file).outcomes().getFirst().document();
    var text =
        store.pages(document.id()).stream().map(Page::text).collect(Collectors.joining("\n"));
    var chunks = store.chunks(document.id());
    var covered = new java.util.BitSet();
    for (var chunk : chunks) {
      var place = (PlaceLocator) chunk.locator();
      assertThat(text.substring(place.start(), place.end())).isEqualTo(chunk.text());
      assertThat(place.words()).isPresent();
      covered.set(place.start(), place.end());
    }
    for (int i = covered.nextClearBit(0); i < text.length(); i = covered.nextClearBit(i + 1)) {
      assertThat(text.charAt(i)).isIn(' ', '\n');
    }
    var recut =
        new Rechunker(project, tokens, options, null).cut(List.of(document), Progress.none());
    assertThat(recut.documents().getFirst().after())
        .extracting(PlacedChunk::chunk)
        .containsExactlyElementsOf(chunks);
  }

  /// Also on the slides and sheets behind the one that was corrected.
  @ParameterizedTest
  @CsvSource({
    "training.pptx, new, experienced, every ten hours, each day",
    "parts.xlsx, Spare parts, Parts, 300, 4000"
  })
  void correctionsHoldOnEverySlideAndSheet(
      String name, String first, String better, String later, String best) {
    var options = new ChunkingOptions(24, 0);
    var document =
        importFiles(ReadingOptions.plain(), options, FOLDER.resolve(name))
            .outcomes()
            .getFirst()
            .document();
    var corrections = new CorrectionStore(project, tokens, "me", Clock.systemUTC());
    for (var words : List.of(List.of(first, better), List.of(later, best))) {
      var chunk =
          store.chunks(document.id()).stream()
              .filter(one -> one.text().contains(words.getFirst()))
              .findFirst()
              .orElseThrow();
      corrections.correct(chunk.id(), chunk.text().replaceFirst(words.getFirst(), words.getLast()));
    }
    var text =
        store.pages(document.id()).stream().map(Page::text).collect(Collectors.joining("\n"));
    assertThat(text).contains(better, best);
    for (var chunk : store.chunks(document.id())) {
      var place = (PlaceLocator) chunk.locator();
      assertThat(text.substring(place.start(), place.end())).isEqualTo(chunk.text());
    }
  }

  @Test
  void placesInWords() {
    assertThat(words("Parts!R5-Parts!R9")).containsExactly("Parts, rows 5–9", "Parts，第 5–9 行");
    assertThat(words("A-B!R5-A-B!R5")).containsExactly("A-B, row 5", "A-B，第 5 行");
    assertThat(words("Parts!R8-费用!R3"))
        .containsExactly("Parts, row 8 – 费用, row 3", "Parts 第 8 行至 费用 第 3 行");
    assertThat(words("S2-S3")).containsExactly("slides 2–3", "第 2–3 张幻灯片");
    assertThat(words("P4-P4")).containsExactly("paragraph 4", "第 4 自然段");
    assertThat(words("L7-L12")).containsExactly("lines 7–12", "第 7–12 行");
    assertThat(Places.words("chapter 3")).isEmpty();
    assertThat(new PlaceLocator("S2-S3", 0, 9))
        .returns(2, PlaceLocator::firstPage)
        .returns(3, PlaceLocator::lastPage);
    assertThat(new PlaceLocator("P4-P4", 0, 9).firstPage()).isZero();
  }

  private static List<String> words(String place) {
    var words = Places.words(place).orElseThrow();
    return List.of(words.in(Locale.ENGLISH), words.in(Locale.SIMPLIFIED_CHINESE));
  }

  /// In chunks so small that none holds two of them.
  @Test
  void rowsAndSlidesArePlaces() {
    var options = new ChunkingOptions(16, 0);
    importFiles(
        ReadingOptions.plain(),
        options,
        FOLDER.resolve("parts.xlsx"),
        FOLDER.resolve("training.pptx"));
    assertThat(store.allChunks())
        .anySatisfy(chunk -> {
          assertThat(chunk.text()).contains("| E2 | TRUE |");
          assertThat(((PlaceLocator) chunk.locator()).place()).matches("Parts!R\\d+-Parts!R10");
        })
        .anySatisfy(chunk -> {
          assertThat(chunk.text()).contains("合计");
          assertThat(((PlaceLocator) chunk.locator()).place()).matches("费用 2024!R\\d-费用 2024!R3");
        })
        .anySatisfy(chunk -> {
          assertThat(chunk.text()).contains("M8 | 25 Nm");
          assertThat(((PlaceLocator) chunk.locator()).place()).isEqualTo("S2-S2");
        });
  }

  @Test
  void tablesStayUnderTheirHeadings() {
    importFiles(ReadingOptions.plain(), new ChunkingOptions(40, 0), FOLDER.resolve("manual.docx"));
    assertThat(store.allChunks())
        .anySatisfy(chunk -> {
          assertThat(chunk.text()).contains("| M8 | 30 Nm | T50 |");
          assertThat(chunk.headingPath()).containsExactly("Pump PX-40 manual", "Seals", "Fitting");
        });
  }
}
