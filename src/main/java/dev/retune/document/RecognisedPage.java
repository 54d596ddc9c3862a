package dev.retune.document;

import dev.retune.document.ocr.OcrLine;
import dev.retune.document.ocr.OcrWord;
import java.util.ArrayList;
import java.util.List;

/// A page whose text was read from its picture, in the form of one that has text of its own.
final class RecognisedPage {
  private static final float POINTS = 72;

  /// A line this much higher than most is a heading; smaller differences are the letters' own, some
  /// lines having none that reach up or down.
  private static final float HEADING = 1.5f;

  private final float scale;
  private final StringBuilder text = new StringBuilder();

  private RecognisedPage(int dpi) {
    scale = POINTS / dpi;
  }

  /// @param lines places in pixels
  static SourcePage of(SourcePage page, List<OcrLine> lines, int dpi) {
    var picture = page.picture();
    return picture == null ? text(page, lines, dpi) : MixedPage.of(page, picture, lines, dpi);
  }

  /// What was recognised alone.
  static SourcePage text(SourcePage page, List<OcrLine> lines, int dpi) {
    var builder = new RecognisedPage(dpi);
    var usual = usualHeight(lines);
    var placed = lines.stream().map(line -> builder.line(line, usual)).toList();
    return new SourcePage(
        page.number(),
        builder.text.toString(),
        placed,
        page.width(),
        page.height(),
        SourcePage.Content.RECOGNISED);
  }

  private static int usualHeight(List<OcrLine> lines) {
    var heights = lines.stream().mapToInt(OcrLine::height).sorted().toArray();
    return heights.length == 0 ? 0 : heights[heights.length / 2];
  }

  private SourceLine line(OcrLine line, int usual) {
    var size = (line.height() > HEADING * usual ? line.height() : usual) * scale;
    var builder = new LineBuilder(text.length());
    var placed = new ArrayList<PlacedWord>();
    for (var word : line.words()) {
      if (!placed.isEmpty() && spaced(word.text())) {
        text.append(' ');
      }
      var start = text.length();
      text.append(word.text());
      placed.add(new PlacedWord(start, text.length(), box(word), size, false, 0));
    }
    placed.forEach(builder::add);
    var result = builder.build(text, text.length());
    text.append('\n');
    return new SourceLine(result.start(), result.end(), result.layout(), line.opens());
  }

  /// Chinese is recognised in words as well, but written without spaces.
  private boolean spaced(String next) {
    var before = text.codePointBefore(text.length());
    return !(Scripts.spaceless(before) && Scripts.spaceless(next.codePointAt(0)));
  }

  private Box box(OcrWord word) {
    return new Box(
        word.left() * scale,
        word.top() * scale,
        (word.right() - word.left()) * scale,
        (word.bottom() - word.top()) * scale);
  }
}
