package dev.retune.document;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.pdfbox.text.TextPosition;

/// The raw text of one page while it is read, with its lines.
final class PageText {
  private static final Pattern PIECE = Pattern.compile("[^\\s\u00a0]+");
  private static final int MIN_FRAGMENTS = 6;

  private final int rotation;
  private final StringBuilder text = new StringBuilder();
  private final List<SourceLine> lines = new ArrayList<>();
  private LineBuilder line = new LineBuilder(0);
  private int letters;
  private int turnedLetters;

  /// @param rotation of the page, in degrees clockwise
  PageText(int rotation) {
    this.rotation = rotation;
  }

  int rotation() {
    return rotation;
  }

  /// What PDFBox takes for a word: where the PDF has its own spaces, a whole line. It is placed
  /// piece by piece unless the normalised word and its glyphs fall into different pieces.
  void word(String word, List<TextPosition> positions) {
    int start = text.length();
    text.append(word);
    var glyphs = pieces(positions);
    var pieces = PIECE.matcher(word).results().toList();
    if (pieces.size() != glyphs.size()) {
      place(start, text.length(), positions);
      return;
    }
    for (int i = 0; i < pieces.size(); i++) {
      placeRuns(start + pieces.get(i).start(), start + pieces.get(i).end(), glyphs.get(i));
    }
  }

  /// Places what stands apart without a space between, as the cells of a table may, piece by piece.
  private void placeRuns(int start, int end, List<TextPosition> glyphs) {
    int letters = glyphs.stream().mapToInt(glyph -> glyph.getUnicode().length()).sum();
    int from = start;
    int first = 0;
    for (int i = 1; i < glyphs.size() && letters == end - start; i++) {
      if (apart(glyphs.get(i - 1), glyphs.get(i))) {
        var run = glyphs.subList(first, i);
        int to = from + run.stream().mapToInt(glyph -> glyph.getUnicode().length()).sum();
        place(from, to, run);
        from = to;
        first = i;
      }
    }
    place(from, end, glyphs.subList(first, glyphs.size()));
  }

  private static boolean apart(TextPosition before, TextPosition glyph) {
    float gap = glyph.getXDirAdj() - before.getXDirAdj() - before.getWidthDirAdj();
    float size = Math.abs(glyph.getYScale());
    return gap > 2 * size || gap < -.25f * size;
  }

  private static List<List<TextPosition>> pieces(List<TextPosition> positions) {
    var pieces = new ArrayList<List<TextPosition>>();
    boolean apart = true;
    for (var glyph : positions) {
      boolean space = !PIECE.matcher(glyph.getUnicode()).find();
      if (!space && apart) {
        pieces.add(new ArrayList<>());
      }
      if (!space) {
        pieces.getLast().add(glyph);
      }
      apart = space;
    }
    return pieces;
  }

  private void place(int start, int end, List<TextPosition> glyphs) {
    if (glyphs.isEmpty() || start == end) {
      return;
    }
    var placed = PlacedWord.of(start, end, glyphs, rotation);
    letters += end - start;
    turnedLetters += placed.turn() == 0 ? 0 : end - start;
    line.add(placed);
  }

  void plain(String separator) {
    text.append(separator);
  }

  void lineEnd() {
    closeLine();
    text.append('\n');
    line = new LineBuilder(text.length());
  }

  private void closeLine() {
    if (text.length() > line.start()) {
      lines.add(line.build(text, text.length()));
    }
  }

  /// Lines in the order of the text.
  List<SourceLine> lines() {
    if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
      lineEnd();
    }
    return List.copyOf(lines);
  }

  String text() {
    return text.toString();
  }

  /// Whether a turned page came out as a heap of single letters.
  boolean fellApart() {
    int fragments = fragments();
    boolean turned = rotation != 0 || turnedLetters * 2 > letters;
    return turned && fragments >= MIN_FRAGMENTS && fragments * 5 > lines().size();
  }

  /// Lines of one or two characters.
  int fragments() {
    return (int)
        lines().stream()
            .filter(part -> text.substring(part.start(), part.end()).strip().length() <= 2)
            .count();
  }
}
