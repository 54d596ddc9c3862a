package dev.retune.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retune.TestData;
import dev.retune.project.Project;
import dev.retune.task.Progress;
import dev.retune.text.Problem;
import dev.retune.text.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every real file of `../shared/data/pdf`, good and bad, in one import.
class ImportOutcomesTest {
  /// File, and how its import ends: the outcome, then the problem or warnings.
  private static final String EXPECTED =
      """
      damaged/aes256.pdf                                  REFUSED password
      damaged/aes256_noextract.pdf                        REFUSED extractionForbidden
      damaged/cycle.pdf                                   REFUSED damaged
      damaged/garbage.pdf                                 REFUSED notPdf
      damaged/garbage_hdr.pdf                             REFUSED truncated
      damaged/html.pdf                                    REFUSED webPage
      damaged/text.pdf                                    REFUSED notPdf
      damaged/trunc4.pdf                                  REFUSED truncated
      damaged/trunc50.pdf                                 REFUSED truncated
      damaged/trunc99.pdf                                 REFUSED truncated
      damaged/zero.pdf                                    REFUSED empty
      damaged/zeropages.pdf                               REFUSED noPages
      icdar2013/eu-001.pdf                                READ
      icdar2013/eu-002.pdf                                READ
      icdar2013/eu-004.pdf                                READ
      icdar2013/us-001.pdf                                READ
      icdar2013/us-012.pdf                                READ
      ocrmypdf/invalid.pdf                                REFUSED damaged
      ocrmypdf/jbig2.pdf                                  READ_WITH_WARNINGS pagesRecognised
      ocrmypdf/linn.pdf                                   READ_WITH_WARNINGS pagesRecognised
      ocrmypdf/no_contents.pdf                            REFUSED blank
      ocrmypdf/skew.pdf                                   READ_WITH_WARNINGS pagesRecognised
      ocrmypdf/type3_font_nomapping.pdf                   READ_WITH_WARNINGS pagesRecognised
      pdfplumber/empty.pdf                                REFUSED empty
      pdfplumber/federal-register-2020-17221.pdf          READ_WITH_WARNINGS pagesMixed
      pdfplumber/issue-67-example.pdf                     READ
      pdfplumber/malformed-from-issue-932.pdf             READ_WITH_WARNINGS pagesRecognised
      pdfplumber/nics-background-checks-2015-11-rotated.pdf READ
      pdfplumber/password-example.pdf                     REFUSED password
      py-pdf-sample-files/habibi-rotated.pdf              READ
      py-pdf-sample-files/multicolumn.pdf                 READ
      tabula/MultiColumn.pdf                              READ
      tabula/china.pdf                                    READ
      tabula/encrypted.pdf                                REFUSED password
      tabula/rotated_page.pdf                             READ
      tabula/schools.pdf                                  READ
      tabula/spanning_cells.pdf                           READ
      tabula/twotables.pdf                                READ
      unstructured/copy-protected.pdf                     REFUSED extractionForbidden
      unstructured/korean-text-with-tables.pdf            READ
      unstructured/layout-parser-paper-fast.pdf           READ
      unstructured/password.pdf                           REFUSED password
      """;

  /// The same of the large ones, which are imported apart.
  private static final String LARGE =
      """
      damaged/uber_dec_trunc90.pdf                        READ_WITH_WARNINGS endsEarly
      two-pdfs-concatenated.pdf                           READ_WITH_WARNINGS glued
      damaged/big1228.pdf                                 READ
      """;

  @TempDir Path temp;

  @Test
  void everyFileOfTheFolderIsExpected() throws IOException {
    var folder = TestData.shared("pdf");
    try (var files = Files.walk(folder)) {
      assertThat(files.map(Path::toString).filter(name -> name.endsWith(".pdf")))
          .map(name -> folder.relativize(Path.of(name)).toString().replace('\\', '/'))
          .containsExactlyInAnyOrderElementsOf(expected(EXPECTED + LARGE).keySet());
    }
  }

  @Test
  void eachEndsAsItShouldAndTheRestOfTheBatchIsImported() throws IOException {
    check(expected(EXPECTED), Progress.none());
  }

  @Test
  void aBrokenOffAndAGluedFileAreReadAsFarAsTheyGo() throws IOException {
    var large = expected(LARGE);
    large.remove("damaged/big1228.pdf");
    check(large, Progress.none());
  }

  @Test
  void aPasswordOpensWhatIsProtected() throws IOException {
    var folder = TestData.shared("pdf");
    var opened =
        Map.of(
            folder.resolve("pdfplumber/password-example.pdf"), "test",
            folder.resolve("unstructured/password.pdf"), "password");
    var passwords = new FilePasswords();
    passwords.tryOnAll("wrong");
    try (var project = Project.create(temp.resolve("p"), "p");
        var tokens = TestTokens.english()) {
      var importer =
          new DocumentImporter(
              project,
              tokens,
              ChunkingOptions.DEFAULT,
              Clock.systemUTC(),
              new ReadingOptions(null, passwords));
      var files = List.copyOf(opened.keySet());
      var refused = importer.importFiles(files, Progress.none());
      assertThat(refused.outcomes())
          .allMatch(outcome -> describe(outcome).equals("REFUSED wrongPassword"));
      for (var outcome : refused.outcomes()) {
        assertTold(outcome.problem(), outcome.file().getFileName().toString());
        passwords.remember(outcome.document().sha256(), opened.get(outcome.file()));
      }

      var read = importer.importFiles(files, Progress.none());

      assertThat(read.outcomes()).hasSize(2).allMatch(outcome -> outcome.chunks() > 0);
      var store = new DocumentStore(project);
      // Its password opens it, but not for copying.
      var locked = folder.resolve("tabula/encrypted.pdf");
      passwords.tryOnAll("userpassword");
      assertThat(importer.importFiles(List.of(locked), Progress.none()).outcomes())
          .allMatch(outcome -> describe(outcome).equals("REFUSED extractionForbidden"));
      var id = read.outcomes().getFirst().document().id();
      try (var pictures = new PagePictures(store, passwords);
          var later = new PagePictures(store, new FilePasswords())) {
        assertThat(pictures.picture(id, 1, 200, Progress.none()).width()).isEqualTo(200);
        assertThatThrownBy(() -> later.picture(id, 1, 200, Progress.none()))
            .isInstanceOfSatisfying(
                ProblemException.class,
                e -> assertThat(e.problem().code()).isEqualTo("document.picture.password"));
      }
    }
  }

  private void check(Map<String, String> expected, Progress progress) throws IOException {
    var folder = TestData.shared("pdf");
    try (var project = Project.create(temp.resolve("p"), "p");
        var tokens = TestTokens.english()) {
      var importer =
          new DocumentImporter(
              project,
              tokens,
              ChunkingOptions.DEFAULT,
              Clock.systemUTC(),
              new ReadingOptions(Scans.english(), new FilePasswords()));
      var files = expected.keySet().stream().map(folder::resolve).toList();
      var summary = importer.importFiles(files, progress);

      var actual = new TreeMap<String, String>();
      var store = new DocumentStore(project);
      for (var outcome : summary.outcomes()) {
        actual.put(name(folder, outcome.file()), describe(outcome));
        checkStored(store, project, outcome);
      }
      assertThat(lines(actual)).isEqualTo(lines(expected));
      assertThat(store.documents()).hasSameSizeAs(distinctContents(files));
    }
  }

  private static List<String> distinctContents(List<Path> files) throws IOException {
    var hashes = new java.util.ArrayList<String>();
    for (var file : files) {
      hashes.add(dev.retune.file.Sha256.of(file));
    }
    return hashes.stream().distinct().toList();
  }

  private static void checkStored(DocumentStore store, Project project, ImportOutcome outcome) {
    var document = store.document(outcome.document().id()).orElseThrow();
    var chunks = store.chunks(document.id());
    var original = store.original(document.id());
    assertThat(chunks).hasSize(document.chunks()).hasSize(outcome.chunks());
    assertThat(store.pages(document.id())).hasSize(document.pages());
    switch (document.outcome()) {
      case READ, READ_WITH_WARNINGS -> assertThat(chunks).as(document.name()).isNotEmpty();
      case NEEDS_OCR -> assertThat(chunks).isEmpty();
      case REFUSED -> {
        assertThat(original).isEmpty();
        assertThat(outcome.problem()).isNotNull();
        assertTold(outcome.problem(), outcome.file().getFileName().toString());
      }
    }
    if (document.outcome() != Outcome.REFUSED) {
      assertThat(original.orElseThrow()).hasSameBinaryContentAs(outcome.file());
      assertThat(original.orElseThrow()).hasParent(project.originals());
    }
    outcome
        .warnings()
        .forEach(warning -> assertTold(warning, outcome.file().getFileName().toString()));
  }

  /// Cause with the file's name, and a remedy, in both languages.
  private static void assertTold(Problem problem, String name) {
    for (var locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
      assertThat(problem.cause().in(locale)).contains(name);
      assertThat(problem.remedy().in(locale)).hasSizeGreaterThan(8);
    }
    assertThat(problem.remedy().in(Locale.SIMPLIFIED_CHINESE)).contains("请");
  }

  private static String lines(Map<String, String> outcomes) {
    return outcomes.entrySet().stream()
        .map(entry -> entry.getKey() + " " + entry.getValue())
        .collect(java.util.stream.Collectors.joining("\n"));
  }

  private static String describe(ImportOutcome outcome) {
    var text = new StringBuilder(outcome.document().outcome().name());
    var problems = outcome.problem() == null ? outcome.warnings() : List.of(outcome.problem());
    for (var problem : problems) {
      text.append(' ').append(problem.code().substring("document.".length()));
    }
    return text.toString();
  }

  private static String name(Path folder, Path file) {
    return folder.relativize(file).toString().replace('\\', '/');
  }

  private static TreeMap<String, String> expected(String table) {
    var expected = new TreeMap<String, String>();
    table
        .lines()
        .forEach(line -> {
          var columns = line.strip().split("\\s+", 2);
          expected.put(columns[0], columns[1]);
        });
    return expected;
  }
}
