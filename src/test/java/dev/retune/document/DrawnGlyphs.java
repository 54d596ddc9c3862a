package dev.retune.document;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/// The glyphs of a page and where their middles are drawn, by the matrices of the drawing commands
/// alone.
final class DrawnGlyphs extends PDFTextStripper {
  /// Above the base line, in ems: inside small letters as well as large ones.
  private static final float MIDDLE = .25f;

  private final List<Glyph> glyphs = new ArrayList<>();
  private PDPage page = new PDPage();

  /// @param x in points from the left edge of the page as shown
  /// @param y in points from its upper edge
  record Glyph(String text, float x, float y, float size) {
    boolean in(Box box) {
      return x >= box.x()
          && x <= box.x() + box.width()
          && y >= box.y()
          && y <= box.y() + box.height();
    }

    /// Letters printed twice, a little apart, look bold.
    boolean repeats(Glyph before) {
      return text.equals(before.text)
          && Math.hypot(x - before.x, y - before.y) < .2 * Math.max(size, before.size);
    }
  }

  /// @param number from 1
  static List<Glyph> of(PDDocument document, int number) throws IOException {
    var drawn = new DrawnGlyphs();
    drawn.setStartPage(number);
    drawn.setEndPage(number);
    drawn.writeText(document, Writer.nullWriter());
    return drawn.glyphs;
  }

  @Override
  public void processPage(PDPage page) throws IOException {
    this.page = page;
    super.processPage(page);
  }

  @Override
  protected void showGlyph(Matrix matrix, PDFont font, int code, Vector displacement)
      throws IOException {
    var text = font.toUnicode(code);
    if (text == null) {
      return;
    }
    var at = matrix.transformPoint(displacement.getX() / 2, MIDDLE);
    var crop = page.getCropBox();
    float left = at.x - crop.getLowerLeftX();
    float right = crop.getUpperRightX() - at.x;
    float below = at.y - crop.getLowerLeftY();
    float above = crop.getUpperRightY() - at.y;
    float size = Math.max(matrix.getScalingFactorX(), matrix.getScalingFactorY());
    glyphs.add(
        switch (page.getRotation()) {
          case 90 -> new Glyph(text, below, left, size);
          case 180 -> new Glyph(text, right, below, size);
          case 270 -> new Glyph(text, above, right, size);
          default -> new Glyph(text, left, above, size);
        });
  }
}
