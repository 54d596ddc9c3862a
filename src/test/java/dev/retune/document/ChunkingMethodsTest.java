package dev.retune.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.retune.TestData;
import dev.retune.project.Project;
import dev.retune.task.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What each way of cutting promises, on real documents with the real tokenizer. What all of them
/// promise stands in [ChunkInvariantsTest].
class ChunkingMethodsTest {
  private static final int WHOLE = ChunkingOptions.MOST_TOKENS;

  @TempDir Path temp;
  private TestTokens tokens;
  private Project project;
  private DocumentStore store;

  @BeforeEach
  void open() throws IOException {
    tokens = TestTokens.english();
    project = Project.create(temp.resolve("p"), "p");
    store = new DocumentStore(project);
  }

  @AfterEach
  void close() {
    project.close();
    tokens.close();
  }

  private Document document(Path file) {
    return document(file, false);
  }

  private Document document(Path file, boolean tables) {
    new DocumentImporter(
            project,
            tokens,
            ChunkingOptions.DEFAULT,
            null,
            Clock.systemUTC(),
            new ReadingOptions(null, new FilePasswords(), tables))
        .importFiles(List.of(file), Progress.none());
    return store.documents().getLast();
  }

  private Document text(String name, String text) throws IOException {
    return document(Files.writeString(temp.resolve(name), text));
  }

  private List<PlacedChunk> cut(Document document, ChunkingMethod method, int... numbers) {
    var options = new ChunkingOptions(method, numbers[0], numbers[1], numbers[2]);
    return new Rechunker(project, tokens, options, new LetterCounts())
        .cut(List.of(document), Progress.none())
        .documents()
        .getFirst()
        .after();
  }

  private static List<String> texts(List<PlacedChunk> chunks) {
    return chunks.stream().map(placed -> placed.chunk().text()).toList();
  }

  private CleanDocument clean(Document document) {
    return new CutStore(project).text(document.id()).orElseThrow();
  }

  /// What the store keeps of a document is enough to cut it as if it were read again.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "pdf/icdar2013/eu-004.pdf",
        "pdf/pdfplumber/issue-67-example.pdf",
        "pdf/py-pdf-sample-files/multicolumn.pdf",
        "pdf/pdfplumber/federal-register-2020-17221.pdf",
        "pdf/unstructured/LICENSE.md",
      })
  void fromTheStoreAsFromTheFile(String name) {
    var document = document(TestData.shared(name), true);
    var options = ChunkingOptions.DEFAULT;
    var recut =
        new Rechunker(project, tokens, options, null)
            .cut(List.of(document), Progress.none())
            .documents()
            .getFirst();
    assertThat(recut.after()).isEqualTo(recut.before());
    // Ids that agree take the stored chunk: places are compared by cutting with a fresh chunker.
    var fresh =
        new Chunker(tokens, options, null)
            .cut(document.id(), document.sha256(), clean(document), Progress.none());
    var stored = store.chunks(document.id());
    assertThat(fresh.stream().map(Chunk::text)).containsExactlyElementsOf(texts(recut.before()));
    for (int i = 0; i < stored.size(); i++) {
      assertSame(fresh.get(i).locator(), stored.get(i).locator());
    }
  }

  private static void assertSame(Locator fresh, Locator stored) {
    if (!(fresh instanceof PdfLocator(var a) && stored instanceof PdfLocator(var b))) {
      assertThat(fresh).isEqualTo(stored);
      return;
    }
    assertThat(a).hasSameSizeAs(b);
    for (int i = 0; i < a.size(); i++) {
      assertThat(a.get(i).page()).isEqualTo(b.get(i).page());
      assertThat(a.get(i).start()).isEqualTo(b.get(i).start());
      assertThat(a.get(i).end()).isEqualTo(b.get(i).end());
      assertThat(a.get(i).boxes()).hasSameSizeAs(b.get(i).boxes());
      for (int k = 0; k < a.get(i).boxes().size(); k++) {
        var box = a.get(i).boxes().get(k);
        var other = b.get(i).boxes().get(k);
        assertThat(box.x()).isCloseTo(other.x(), within(.11f));
        assertThat(box.y()).isCloseTo(other.y(), within(.11f));
        assertThat(box.width()).isCloseTo(other.width(), within(.11f));
        assertThat(box.height()).isCloseTo(other.height(), within(.11f));
      }
    }
  }

  @Test
  void byPagesGivesOneChunkForEachPageThatFits() {
    var document = document(TestData.shared("pdf/pdfplumber/federal-register-2020-17221.pdf"));
    var chunks = cut(document, ChunkingMethod.PAGES, WHOLE, 0, 0);
    var withText = store.pages(document.id()).stream().filter(page -> !page.text().isBlank());
    assertThat(chunks.stream().map(placed -> placed.chunk().locator().firstPage()))
        .containsExactlyElementsOf(withText.map(Page::number).toList());
    var small = cut(document, ChunkingMethod.PAGES, 100, 0, 0);
    assertThat(small).hasSizeGreaterThan(2 * chunks.size());
    for (var chunk : small) {
      assertThat(chunk.chunk().locator().lastPage()).isEqualTo(chunk.chunk().locator().firstPage());
    }
  }

  @Test
  void byHeadingsGivesOneChunkForEachSectionThatFits() {
    var document = document(TestData.shared("pdf/icdar2013/eu-004.pdf"));
    var clean = clean(document);
    assertThat(clean.headings()).hasSizeGreaterThan(3);
    var chunks = cut(document, ChunkingMethod.HEADINGS, WHOLE, 0, 0);
    for (var chunk : chunks.subList(1, chunks.size())) {
      assertThat(clean.headings()).containsKey(chunk.span().start());
    }
    var starts = chunks.stream().map(placed -> placed.span().start()).toList();
    for (int heading : clean.headings().keySet()) {
      int line = heading;
      while (!starts.contains(line) && line > 0) {
        // Only headings that follow another stand within a chunk.
        line = clean.text().lastIndexOf('\n', line - 2) + 1;
        assertThat(clean.headings()).containsKey(line);
      }
    }
  }

  @Test
  void byHeadingsInChinese() throws IOException {
    var document =
        text(
            "manual.md",
            """
            # 水泵手册

            本手册适用于所有型号。

            ## 启动

            启动前关闭排气口。检查压力表的读数。

            ## 停机

            先降低转速。再关闭进水阀。
            """);
    assertThat(texts(cut(document, ChunkingMethod.HEADINGS, WHOLE, 0, 0)))
        .containsExactly(
            "# 水泵手册\n本手册适用于所有型号。", "## 启动\n启动前关闭排气口。检查压力表的读数。", "## 停机\n先降低转速。再关闭进水阀。");
    assertThat(texts(cut(document, ChunkingMethod.HEADINGS, 64, 0, 20)).getFirst())
        .startsWith("# 水泵手册")
        .contains("## 启动");
    assertThat(texts(cut(document, ChunkingMethod.SENTENCES, 8, 0, 0)))
        .contains("先降低转速。")
        .allMatch(text -> tokens.count(text) <= 8);
  }

  @Test
  void fixedSizeTakesEveryWordThatFits() {
    var document = document(TestData.shared("pdf/icdar2013/eu-004.pdf"));
    var text = clean(document).text();
    var chunks = cut(document, ChunkingMethod.FIXED, 100, 0, 0);
    assertThat(chunks).hasSizeGreaterThan(5);
    for (int i = 0; i + 1 < chunks.size(); i++) {
      var span = chunks.get(i).span();
      int next = chunks.get(i + 1).span().start();
      assertThat(text.substring(span.end(), next)).isBlank();
      int end = next + 1;
      while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
        end++;
      }
      assertThat(tokens.count(text.substring(span.start(), end))).isGreaterThan(100);
    }
  }

  @Test
  void fixedSizeRepeatsAsManyWordsAsAllowed() {
    var document = document(TestData.shared("pdf/icdar2013/eu-004.pdf"));
    var chunks = cut(document, ChunkingMethod.FIXED, 100, 20, 0);
    for (int i = 1; i < chunks.size(); i++) {
      int start = chunks.get(i).span().start();
      var repeated =
          clean(document).text().substring(start, Math.max(start, chunks.get(i - 1).span().end()));
      assertThat(tokens.count(repeated)).isBetween(10, 20);
    }
  }

  @ParameterizedTest
  @EnumSource(ChunkingMethod.class)
  void rowsOfTablesInAPdfStayWhole(ChunkingMethod method) {
    var document = document(TestData.shared("pdf/icdar2013/eu-004.pdf"), true);
    var text = clean(document).text();
    assertThat(text.lines().filter(line -> line.startsWith("| ")).count()).isGreaterThan(20);
    for (var chunk : cut(document, method, 256, 32, 0)) {
      for (int at : new int[] {chunk.span().start(), chunk.span().end()}) {
        int row = TableRow.divided(text, at);
        if (row >= 0) {
          // Longer than a chunk, it cannot stay whole.
          assertThat(tokens.count(text.substring(row, TableRow.end(text, row)))).isGreaterThan(256);
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(ChunkingMethod.class)
  void rowsOfTablesStayWhole(ChunkingMethod method) throws IOException {
    var rows = new ArrayList<String>();
    rows.add("| Part | Torque | Remark |");
    rows.add("| --- | --- | --- |");
    for (int i = 0; i < 40; i++) {
      rows.add("| M" + i + " | " + i * 7 + " N·m | tighten. Then wait; check again. |");
    }
    var document =
        text("table.md", "The table lists all.\n\n" + String.join("\n", rows) + "\n\nThe end.\n");
    var text = clean(document).text();
    assertThat(text).contains("\n" + rows.get(7) + "\n");
    for (int limit : new int[] {32, 50, 100}) {
      var chunks = cut(document, method, limit, limit / 4, 0);
      assertThat(chunks).hasSizeGreaterThan(4);
      for (var chunk : chunks) {
        for (int at : new int[] {chunk.span().start(), chunk.span().end()}) {
          assertThat(TableRow.divided(text, at)).as("%s %d", method, at).isNegative();
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(ChunkingMethod.class)
  void smallOnesAreJoinedWhereBothFit(ChunkingMethod method) {
    var document = document(TestData.shared("pdf/pdfplumber/federal-register-2020-17221.pdf"));
    var alone = cut(document, method, 128, 0, 0);
    var joined = cut(document, method, 128, 0, 48);
    if (method == ChunkingMethod.FIXED) {
      // Full ones take in nothing.
      assertThat(joined).isEqualTo(alone);
      return;
    }
    if (method == ChunkingMethod.HEADINGS) {
      assertThat(small(joined)).isLessThan(small(alone));
    }
    assertThat(small(joined)).isLessThanOrEqualTo(small(alone));
    for (int i = 0; i + 1 < joined.size(); i++) {
      var left = joined.get(i).chunk();
      var right = joined.get(i + 1).chunk();
      if (Math.min(left.tokens(), right.tokens()) < 48
          && left.headingPath().equals(right.headingPath())) {
        assertThat(left.tokens() + right.tokens()).isGreaterThan(120);
      }
    }
  }

  private static long small(List<PlacedChunk> chunks) {
    return chunks.stream().filter(placed -> placed.chunk().tokens() < 48).count();
  }
}
