package dev.retune.document;

import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.TextPosition;

/// A word of a PDF page with its place.
///
/// @param start first character in the page's raw text
/// @param size of the font in points
/// @param turn the direction in which it reads on the page as shown, in degrees against the clock:
///   0 from left to right, 90 upwards
record PlacedWord(int start, int end, Box box, float size, boolean bold, int turn) {

  /// Share of the font size that stands above the base line; the rest hangs below.
  private static final float ASCENT = .8f;

  private static final int SEMI_BOLD = 600;

  static PlacedWord of(int start, int end, List<TextPosition> glyphs, int rotation) {
    var first = glyphs.getFirst();
    // Not getFontSizeInPt, which leaves out the page's own scale.
    float size = Math.abs(first.getYScale());
    int direction = Math.floorMod(Math.round(first.getDir()) - rotation, 360);
    float left = Float.MAX_VALUE;
    float top = Float.MAX_VALUE;
    float right = -Float.MAX_VALUE;
    float bottom = -Float.MAX_VALUE;
    for (var glyph : glyphs) {
      var box = box(glyph, size, direction);
      left = Math.min(left, box.x());
      top = Math.min(top, box.y());
      right = Math.max(right, box.x() + box.width());
      bottom = Math.max(bottom, box.y() + box.height());
    }
    return new PlacedWord(
        start,
        end,
        new Box(left, top, right - left, bottom - top),
        size,
        bold(first.getFont()),
        direction);
  }

  /// PDFBox gives the glyph's origin on its base line, on the page as shown.
  private static Box box(TextPosition glyph, float size, int direction) {
    float x = glyph.getX();
    float y = glyph.getY();
    float advance = glyph.getWidthDirAdj();
    float up = ASCENT * size;
    float down = size - up;
    return switch (direction) {
      case 90 -> new Box(x - up, y - advance, size, advance);
      case 180 -> new Box(x - advance, y - down, advance, size);
      case 270 -> new Box(x - down, y, size, advance);
      default -> new Box(x, y - up, advance, size);
    };
  }

  private static boolean bold(PDFont font) {
    var descriptor = font.getFontDescriptor();
    if (descriptor != null
        && (descriptor.isForceBold() || descriptor.getFontWeight() >= SEMI_BOLD)) {
      return true;
    }
    var name = String.valueOf(font.getName()).toLowerCase(Locale.ROOT);
    return name.contains("bold") || name.contains("black") || name.contains("heavy");
  }
}
