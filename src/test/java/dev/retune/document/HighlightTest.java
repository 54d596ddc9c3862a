package dev.retune.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retune.TestData;
import dev.retune.document.ocr.OcrWord;
import dev.retune.document.ocr.Recognition;
import dev.retune.project.Project;
import dev.retune.task.Progress;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The places of every passage of every real file hold the words of that passage, and no others:
/// the page is read back from them.
///
/// What is compared are the letters and digits, three at a time, so that nothing is gained by
/// letters that happen to be the same. Rows may be drawn in another order than they are read in.
class HighlightTest {
  private static final int LENGTH = 3;

  /// Mixed with Latin letters, it is read in another order than it is drawn.
  private static final String RIGHT_TO_LEFT = "habibi-rotated.pdf";

  /// Holds the pages of `uber_2021.pdf` four times.
  private static final String REPEATED = "big1228.pdf";

  @TempDir Path temp;

  /// How much of a passage was found in its places.
  ///
  /// @param expected triples of the passage
  /// @param read triples read back
  /// @param common of both
  private record Match(int expected, int read, int common) {
    static final Match NONE = new Match(0, 0, 0);

    static Match of(String expected, String read, int length) {
      var wanted = pieces(expected, length);
      var found = pieces(read, length);
      int common = 0;
      for (var piece : wanted.entrySet()) {
        common += Math.min(piece.getValue(), found.getOrDefault(piece.getKey(), 0));
      }
      return new Match(sum(wanted), sum(found), common);
    }

    /// Of a passage with a table, whose cells may be drawn in another order than they are read in,
    /// and whose headings stand in each column they span: words that were read back as they are,
    /// and what was read that is no letter of it.
    static Match ofTable(String expected, String read) {
      var letters = letters(read);
      var words =
          Arrays.stream(expected.split("[^\\p{L}\\p{N}]+|(?<=[\\p{IsHan}\\p{IsKatakana}])"))
              .map(Match::letters)
              .filter(word -> !word.isEmpty())
              .toList();
      int found = (int) words.stream().filter(letters::contains).count();
      var single = of(expected, read, 1);
      int strange =
          single.read == 0 ? 0 : words.size() * (single.read - single.common) / single.read;
      return new Match(words.size(), words.size(), found - strange);
    }

    Match and(Match other) {
      return new Match(expected + other.expected, read + other.read, common + other.common);
    }

    /// The lesser of what was found of the passage and what of the found is the passage's.
    double share() {
      int all = Math.max(expected, read);
      return all == 0 ? 1 : (double) common / all;
    }

    private static int sum(Map<String, Integer> pieces) {
      return pieces.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static Map<String, Integer> pieces(String text, int length) {
      var letters = letters(text);
      var pieces = new HashMap<String, Integer>();
      for (int i = 0; i + length <= letters.length(); i++) {
        pieces.merge(letters.substring(i, i + length), 1, Integer::sum);
      }
      return pieces;
    }

    private static String letters(String text) {
      IntPredicate counts = Character::isLetterOrDigit;
      return Normalizer.normalize(text, Normalizer.Form.NFKC)
          .codePoints()
          .filter(counts)
          .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
          .toString();
    }
  }

  @Test
  void passagesOfTextStandWhereTheyAreMarked() throws IOException {
    var files = new ArrayList<Path>();
    try (var found = Files.walk(TestData.shared("pdf"))) {
      found
          .filter(file -> file.toString().endsWith(".pdf") && !file.endsWith(REPEATED))
          .forEach(files::add);
    }
    files.add(TestData.shared("lyft-uber/lyft_2021.pdf"));
    files.add(TestData.shared("lyft-uber/uber_2021.pdf"));
    int documents = 0;
    try (var project = Project.create(temp.resolve("p"), "p");
        var tokens = TestTokens.english()) {
      new DocumentImporter(project, tokens, ChunkingOptions.DEFAULT, Clock.systemUTC())
          .importFiles(files, Progress.none());
      var store = new DocumentStore(project);
      for (var document : store.documents()) {
        var chunks = store.chunks(document.id());
        if (!chunks.isEmpty()) {
          check(document, store.original(document.id()).orElseThrow(), chunks);
          documents++;
        }
      }
    }
    assertThat(documents).isGreaterThan(20);
  }

  private static void check(Document document, Path file, List<Chunk> chunks) throws IOException {
    int length = document.name().equals(RIGHT_TO_LEFT) ? 1 : LENGTH;
    var pages = new HashMap<Integer, List<DrawnGlyphs.Glyph>>();
    var all = Match.NONE;
    try (var pdf = PictureFile.open(file, "")) {
      for (var chunk : chunks) {
        var text = new StringBuilder();
        for (var range : ((PdfLocator) chunk.locator()).ranges()) {
          if (!pages.containsKey(range.page())) {
            pages.put(range.page(), DrawnGlyphs.of(pdf, range.page()));
          }
          readBack(pages.get(range.page()), range.boxes(), text);
        }
        var match =
            chunk.text().lines().anyMatch(line -> line.startsWith("| "))
                ? Match.ofTable(chunk.text(), text.toString())
                : Match.of(chunk.text(), text.toString(), length);
        assertThat(match.share())
            .as("%s, passage %d%n%s%n%s", document.name(), chunk.ordinal(), chunk.text(), text)
            .isGreaterThan(.95);
        all = all.and(match);
      }
    }
    assertThat(all.share()).as(document.name()).isGreaterThan(.995);
  }

  private static void readBack(
      List<DrawnGlyphs.Glyph> glyphs, List<Box> boxes, StringBuilder text) {
    var before = new DrawnGlyphs.Glyph("", 0, 0, 0);
    for (var glyph : glyphs) {
      if (boxes.stream().anyMatch(glyph::in) && !glyph.repeats(before)) {
        text.append(glyph.text());
        before = glyph;
      }
    }
  }

  /// Everything but the places is painted over, and what is left recognised anew.
  @Test
  void passagesOfScansStandWhereTheyAreMarked() throws IOException {
    var files =
        Stream.of(
                "ocrmypdf/linn.pdf",
                "ocrmypdf/skew.pdf",
                "ocrmypdf/jbig2.pdf",
                "ocrmypdf/type3_font_nomapping.pdf")
            .map(name -> TestData.shared("pdf/" + name))
            .toList();
    try (var project = Project.create(temp.resolve("p"), "p");
        var tokens = TestTokens.english();
        var recognition = Recognition.open(Scans.english().folder(), Scans.english().languages())) {
      new DocumentImporter(
              project,
              tokens,
              ChunkingOptions.DEFAULT,
              Clock.systemUTC(),
              new ReadingOptions(Scans.english(), new FilePasswords()))
          .importFiles(files, Progress.none());
      var store = new DocumentStore(project);
      assertThat(store.documents()).hasSameSizeAs(files);
      for (var document : store.documents()) {
        var file = store.original(document.id()).orElseThrow();
        var all = Match.NONE;
        for (var chunk : store.chunks(document.id())) {
          var text = new StringBuilder();
          for (var range : ((PdfLocator) chunk.locator()).ranges()) {
            var page = Scans.picture(file, range.page() - 1);
            for (var line : recognition.read(only(page, range.boxes()), Scans.DPI)) {
              line.words().stream().map(OcrWord::text).forEach(text::append);
            }
          }
          var match = Match.of(chunk.text(), text.toString(), LENGTH);
          assertThat(match.share())
              .as("%s, passage %d%n%s%n%s", document.name(), chunk.ordinal(), chunk.text(), text)
              .isGreaterThan(.95);
          all = all.and(match);
        }
        assertThat(all.share()).as(document.name()).isGreaterThan(.99);
      }
    }
  }

  private static BufferedImage only(BufferedImage page, List<Box> boxes) {
    var left = new BufferedImage(page.getWidth(), page.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
    var graphics = left.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, page.getWidth(), page.getHeight());
    double scale = Scans.DPI / 72.0;
    for (var box : boxes) {
      graphics.setClip(
          (int) (box.x() * scale),
          (int) (box.y() * scale),
          (int) Math.ceil(box.width() * scale),
          (int) Math.ceil(box.height() * scale));
      graphics.drawImage(page, 0, 0, null);
    }
    graphics.dispose();
    return left;
  }
}
