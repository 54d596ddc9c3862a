package dev.retune.sample;

import java.awt.Color;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/// The pages of one document and the place where the next line goes: running header, page number,
/// one or two columns. Lengths are PDF points, `y` grows upwards.
final class Sheets implements AutoCloseable {

  static final float LEFT = 64;
  static final float WIDTH = PDRectangle.A4.getWidth() - 2 * LEFT;
  private static final float TOP = 770;
  private static final float BOTTOM = 76;

  /// Two columns end here, so that a short chapter fills both.
  private static final float COLUMN_BOTTOM = 345;

  private static final float GUTTER = 22;

  private final PDDocument document;
  private final PDFont font;
  private final String header;
  private final String pageNumber;
  private PDPage page = new PDPage(PDRectangle.A4);
  private PDPageContentStream content;
  private int number;
  private int columns = 1;
  private int column;
  private float y = TOP;

  /// @param pageNumber a format for the number at the foot, as `Page %d`
  Sheets(PDDocument document, PDFont font, String header, String pageNumber) throws IOException {
    this.document = document;
    this.font = font;
    this.header = header;
    this.pageNumber = pageNumber;
    this.content = begin();
  }

  float y() {
    return y;
  }

  float left() {
    return LEFT + column * (width() + GUTTER);
  }

  float width() {
    return columns == 1 ? WIDTH : (WIDTH - GUTTER) / 2;
  }

  PDPage page() {
    return page;
  }

  /// Makes sure that so much height is left, going on in the next column or page if need be.
  void reserve(float height) throws IOException {
    if (y - height >= (columns == 1 ? BOTTOM : COLUMN_BOTTOM)) {
      return;
    }
    if (column + 1 < columns) {
      column++;
      y = TOP;
    } else {
      nextPage();
    }
  }

  void nextPage() throws IOException {
    content.close();
    page = new PDPage(PDRectangle.A4);
    content = begin();
    column = 0;
    y = TOP;
  }

  /// Another number of columns begins on a new page.
  void columns(int count) throws IOException {
    nextPage();
    columns = count;
  }

  /// A page that is nothing but the photograph; it must be the last one.
  void photograph(PDImageXObject image) throws IOException {
    content.close();
    page = new PDPage(PDRectangle.A4);
    document.addPage(page);
    content = new PDPageContentStream(document, page);
    var area = page.getMediaBox();
    content.drawImage(image, 0, 0, area.getWidth(), area.getHeight());
  }

  void space(float height) {
    y -= height;
  }

  void write(List<String> lines, PDFont face, float size, float indent) throws IOException {
    for (var line : lines) {
      y -= size * 1.42f;
      text(line, face, size, left() + indent, y);
    }
  }

  void text(String line, PDFont face, float size, float x, float baseline) throws IOException {
    content.beginText();
    content.setFont(face, size);
    content.newLineAtOffset(x, baseline);
    content.showText(line);
    content.endText();
  }

  void box(float height, float grey) throws IOException {
    content.setNonStrokingColor(new Color(grey, grey, grey));
    content.addRect(left(), y - height, width(), height);
    content.fill();
    content.setNonStrokingColor(Color.BLACK);
  }

  void rule(float baseline, float thickness) throws IOException {
    content.setLineWidth(thickness);
    content.moveTo(left(), baseline);
    content.lineTo(left() + width(), baseline);
    content.stroke();
  }

  PDPageContentStream content() {
    return content;
  }

  private PDPageContentStream begin() throws IOException {
    document.addPage(page);
    number++;
    var stream = new PDPageContentStream(document, page);
    content = stream;
    if (number > 1) {
      text(header, font, 8.5f, LEFT, 806);
      stream.setLineWidth(.4f);
      stream.moveTo(LEFT, 799);
      stream.lineTo(LEFT + WIDTH, 799);
      stream.stroke();
    }
    var foot = pageNumber.formatted(number);
    text(foot, font, 8.5f, LEFT + WIDTH - Lines.width(foot, font, 8.5f), 44);
    return stream;
  }

  @Override
  public void close() throws IOException {
    content.close();
  }
}
