package dev.retune.sample;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.CCITTFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/// A page as a copying machine gives it back: black and white, a little askew, without text.
final class ScannedPage {

  private static final float DPI = 150;

  private ScannedPage() {}

  static PDImageXObject of(PDDocument target, List<String> lines, SampleLanguage language)
      throws IOException {
    try (var sheet = new PDDocument()) {
      var page = new PDPage(PDRectangle.A4);
      sheet.addPage(page);
      var face = language.textFont(sheet);
      try (var content = new PDPageContentStream(sheet, page)) {
        content.beginText();
        content.newLineAtOffset(80, 690);
        for (var line : lines) {
          content.setFont(face, line.equals(lines.getFirst()) ? 14 : 11.5f);
          content.showText(line);
          content.newLineAtOffset(0, -28);
        }
        content.endText();
        content.addRect(62, 690 - 28 * lines.size(), 470, 28 * lines.size() + 30);
        content.stroke();
      }
      var image = new PDFRenderer(sheet).renderImageWithDPI(0, DPI, ImageType.GRAY);
      return CCITTFactory.createFromImage(target, askew(image));
    }
  }

  private static BufferedImage askew(BufferedImage image) {
    var turned =
        new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_BINARY);
    var graphics = turned.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
    graphics.rotate(Math.toRadians(.6), image.getWidth() / 2.0, image.getHeight() / 2.0);
    graphics.drawImage(image, 0, 0, null);
    graphics.dispose();
    return turned;
  }
}
