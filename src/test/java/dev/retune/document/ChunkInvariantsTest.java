package dev.retune.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import dev.retune.TestData;
import dev.retune.encoder.TokenCounter;
import dev.retune.project.Project;
import dev.retune.task.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// What holds for every chunk of every document, on real ones with the real tokenizers.
class ChunkInvariantsTest {
  @TempDir Path temp;

  @ParameterizedTest
  @CsvSource({
    "pdf/icdar2013/eu-004.pdf, 256, 32",
    "pdf/icdar2013/eu-004.pdf, 24, 8",
    "pdf/icdar2013/us-001.pdf, 256, 0",
    "pdf/pdfplumber/federal-register-2020-17221.pdf, 256, 32",
    "pdf/pdfplumber/issue-67-example.pdf, 256, 32",
    "pdf/py-pdf-sample-files/multicolumn.pdf, 128, 64",
    "pdf/tabula/china.pdf, 64, 16",
    "pdf/unstructured/korean-text-with-tables.pdf, 256, 32",
    "pdf/ocrmypdf/linn.txt, 256, 32",
    "pdf/unstructured/LICENSE.md, 100, 20",
    "lyft-uber/lyft_2021.pdf, 256, 32",
  })
  void hold(String name, int maxTokens, int overlapTokens) throws IOException {
    var file = TestData.shared(name);
    try (var tokens = TestTokens.english()) {
      check(file, tokens, new ChunkingOptions(maxTokens, overlapTokens));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "HEADINGS, pdf/icdar2013/eu-004.pdf, 128, 32, 24",
    "PAGES, pdf/pdfplumber/federal-register-2020-17221.pdf, 256, 32, 24",
    "FIXED, pdf/py-pdf-sample-files/multicolumn.pdf, 100, 20, 0",
    "FIXED, pdf/tabula/china.pdf, 64, 16, 8",
    "FIXED, pdf/ocrmypdf/linn.txt, 8, 4, 0",
    "SEMANTIC, pdf/icdar2013/us-001.pdf, 200, 40, 16",
    "SENTENCES, lyft-uber/lyft_2021.pdf, 256, 32, 64",
    "HEADINGS, lyft-uber/lyft_2021.pdf, 512, 64, 32",
    "FIXED, pdf/unstructured/korean-text-with-tables.pdf, 200, 30, 10",
  })
  void holdForEveryMethod(
      ChunkingMethod method, String name, int maxTokens, int overlapTokens, int minTokens)
      throws IOException {
    var file = TestData.shared(name);
    try (var tokens = TestTokens.english()) {
      check(file, tokens, new ChunkingOptions(method, maxTokens, overlapTokens, minTokens));
    }
  }

  @ParameterizedTest
  @EnumSource(ChunkingMethod.class)
  void holdForEveryMethodInChinese(ChunkingMethod method) throws IOException {
    try (var tokens = TestTokens.chinese()) {
      var file = TestData.shared("pdf/pdfplumber/issue-67-example.pdf");
      check(file, tokens, new ChunkingOptions(method, 60, 12, 10));
      check(
          Path.of("sample-data/zh/2-maintenance.pdf"),
          tokens,
          new ChunkingOptions(method, 90, 20, 10));
    }
  }

  @Test
  void holdForChineseInTheChineseModelsTokens() throws IOException {
    try (var tokens = TestTokens.chinese()) {
      check(
          TestData.shared("pdf/pdfplumber/issue-67-example.pdf"), tokens, ChunkingOptions.DEFAULT);
    }
  }

  private void check(Path file, TokenCounter tokens, ChunkingOptions options) throws IOException {
    try (var project = Project.create(Files.createTempDirectory(temp, "p"), "p")) {
      var summary =
          new DocumentImporter(
                  project,
                  tokens,
                  options,
                  new LetterCounts(),
                  Clock.systemUTC(),
                  ReadingOptions.plain())
              .importFiles(List.of(file), Progress.none());
      var store = new DocumentStore(project);
      var document = summary.outcomes().getFirst().document();
      var pages = store.pages(document.id());
      var chunks = store.chunks(document.id());

      assertThat(chunks).isNotEmpty().hasSize(document.chunks());
      for (int i = 0; i < chunks.size(); i++) {
        var chunk = chunks.get(i);
        assertThat(chunk.ordinal()).isEqualTo(i);
        assertThat(chunk.text()).isNotBlank().isEqualTo(chunk.text().strip());
        assertThat(chunk.tokens())
            .isEqualTo(tokens.count(chunk.whole()))
            .isBetween(1, options.maxTokens());
        assertThat(squeezed(located(chunk.locator(), pages))).isEqualTo(squeezed(chunk.text()));
        assertThat(chunk.headingPath()).allMatch(heading -> !heading.isBlank());
      }
      assertThat(chunks.stream().map(Chunk::id)).doesNotHaveDuplicates();
      checkOffsets(pages);
      checkCoverage(pages, chunks, options);
      checkOverlap(chunks, tokens, options);
    }
  }

  private static String located(Locator locator, List<Page> pages) {
    return switch (locator) {
      case PdfLocator(var ranges) -> {
        var text = new StringBuilder();
        for (var range : ranges) {
          var page = pages.get(range.page() - 1);
          assertThat(page.number()).isEqualTo(range.page());
          assertThat(range.boxes()).as("boxes").isNotEmpty();
          assertThat(range.boxes()).allMatch(box -> box.width() > 0 && box.height() > 0);
          text.append(page.text(), range.start(), range.end());
        }
        yield text.toString();
      }
      case PlaceLocator(var place, var start, var end) -> {
        assertThat(place).matches("L\\d+-L\\d+");
        yield pages.getFirst().text().substring(start, end);
      }
      case NoLocator() -> "";
    };
  }

  /// Every word of the cleaned text maps to raw text that holds its letters.
  private static void checkOffsets(List<Page> pages) {
    for (var page : pages) {
      assertThat(page.offsets().length()).isEqualTo(page.text().length());
      int start = 0;
      for (var word : page.text().split("(?<=\\s)")) {
        var stripped = word.strip();
        var raw = page.offsets().toRaw(start, start + stripped.length()).of(page.rawText());
        if (stripped.chars().allMatch(c -> c < 0x80 && c != '-')) {
          assertThat(letters(raw)).as("page %d", page.number()).contains(letters(stripped));
        }
        start += word.length();
      }
    }
  }

  private static String letters(String text) {
    return java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFKC)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /// Every sentence of every page stands in some chunk, or in two that follow each other if it is
  /// too long for one.
  private static void checkCoverage(List<Page> pages, List<Chunk> chunks, ChunkingOptions options) {
    var all = new StringBuilder();
    chunks.forEach(chunk -> all.append(squeezed(chunk.text())).append('\n'));
    var covered = new java.util.BitSet[pages.size()];
    for (int i = 0; i < covered.length; i++) {
      covered[i] = new java.util.BitSet();
    }
    for (var chunk : chunks) {
      switch (chunk.locator()) {
        case PdfLocator(var ranges) ->
            ranges.forEach(range -> covered[range.page() - 1].set(range.start(), range.end()));
        case PlaceLocator(_, var start, var end) -> covered[0].set(start, end);
        case NoLocator() -> {}
      }
    }
    for (int i = 0; i < covered.length; i++) {
      var text = pages.get(i).text();
      for (int at = covered[i].nextClearBit(0);
          at < text.length();
          at = covered[i].nextClearBit(at + 1)) {
        assertThat(Character.isWhitespace(text.charAt(at)))
            .as("page %d, '%s' at %d is in no chunk", i + 1, text.charAt(at), at)
            .isTrue();
      }
    }
    if (options.method() == ChunkingMethod.FIXED) {
      return;
    }
    var sentences = BreakIterator.getSentenceInstance(ULocale.ENGLISH);
    int found = 0;
    int total = 0;
    for (var page : pages) {
      sentences.setText(page.text());
      int from = sentences.first();
      for (int to = sentences.next(); to != BreakIterator.DONE; to = sentences.next()) {
        total++;
        found += all.indexOf(squeezed(page.text().substring(from, to))) >= 0 ? 1 : 0;
        from = to;
      }
    }
    assertThat(found).as("whole sentences of %d", total).isGreaterThan(total / 2);
  }

  /// What a chunk repeats from the one before is within the limit, and every chunk adds something.
  private static void checkOverlap(
      List<Chunk> chunks, TokenCounter tokens, ChunkingOptions options) {
    for (int i = 1; i < chunks.size(); i++) {
      var before = chunks.get(i - 1).text();
      var text = chunks.get(i).text();
      if (chunks.get(i - 1).locator() instanceof PdfLocator(var a)
          && chunks.get(i).locator() instanceof PdfLocator(var b)) {
        var lastBefore = a.getLast();
        var first = b.getFirst();
        int repeated =
            first.page() == lastBefore.page() ? Math.max(0, lastBefore.end() - first.start()) : 0;
        assertThat(repeated).isLessThan(text.length());
        if (repeated > 0 && repeated <= text.length()) {
          assertThat(before).endsWith(text.substring(0, repeated));
          assertThat(tokens.count(text.substring(0, repeated)))
              .isLessThanOrEqualTo(options.overlapTokens());
        }
      }
    }
  }

  private static String squeezed(String text) {
    return text.replaceAll("\\s+", "");
  }
}
