package dev.retune.sample;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.font.PDFont;

/// Breaks text into lines: at spaces, and between any two Chinese characters unless the second is a
/// closing mark or the first an opening one.
final class Lines {

  private static final String CLOSING = "，。；：、）》！？”％%℃°,.;:)";
  private static final String OPENING = "（《“(";

  private Lines() {}

  static List<String> wrap(String text, PDFont font, float size, float width) throws IOException {
    var lines = new ArrayList<String>();
    var line = "";
    for (var piece : pieces(text)) {
      var longer = line + piece;
      if (!line.isEmpty() && width(longer.stripTrailing(), font, size) > width) {
        lines.add(line.stripTrailing());
        line = piece.stripLeading();
      } else {
        line = longer;
      }
    }
    if (!line.isBlank()) {
      lines.add(line.stripTrailing());
    }
    return lines;
  }

  static float width(String text, PDFont font, float size) throws IOException {
    return font.getStringWidth(text) / 1000 * size;
  }

  private static List<String> pieces(String text) {
    var pieces = new ArrayList<String>();
    var start = 0;
    for (var i = 1; i < text.length(); i++) {
      if (mayBreak(text.charAt(i - 1), text.charAt(i))) {
        pieces.add(text.substring(start, i));
        start = i;
      }
    }
    pieces.add(text.substring(start));
    return pieces;
  }

  private static boolean mayBreak(char before, char after) {
    if (CLOSING.indexOf(after) >= 0 || OPENING.indexOf(before) >= 0) {
      return false;
    }
    return before == ' ' || (after != ' ' && (wide(before) || wide(after)));
  }

  private static boolean wide(char c) {
    return c >= 0x2E80;
  }
}
