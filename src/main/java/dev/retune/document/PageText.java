package dev.retune.document;

import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.text.TextPosition;

/// The raw text of one page while it is read, with its lines.
final class PageText {
  private static final int MIN_FRAGMENTS = 8;

  private final int rotation;
  private final StringBuilder text = new StringBuilder();
  private final List<SourceLine> lines = new ArrayList<>();
  private LineBuilder line = new LineBuilder(0);
  private boolean turned;

  /// @param rotation of the page, in degrees clockwise
  PageText(int rotation) {
    this.rotation = rotation;
  }

  int rotation() {
    return rotation;
  }

  void word(String word, List<TextPosition> positions) {
    int start = text.length();
    text.append(word);
    if (positions.isEmpty()) {
      return;
    }
    var placed = PlacedWord.of(start, text.length(), positions, rotation);
    turned |= rotation != 0 || !placed.upright();
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
