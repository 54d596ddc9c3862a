package dev.retune.document;

import dev.retune.document.ocr.OcrSettings;
import dev.retune.task.Progress;
import java.awt.Color;
import java.awt.Font;
import java.awt.RenderingHints;
import java.awt.font.LineBreakMeasurer;
import java.awt.font.TextAttribute;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.text.AttributedString;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/// Scans for tests, and how they are read there.
final class Scans {
  /// Unpacked once for all tests.
  private static final Path OCR = Path.of("target", "ocr").toAbsolutePath();

  static final int DPI = 300;
  static final String CHINESE_FONT = "Noto Sans CJK SC";

  private static final int WIDTH = 2480;
  private static final int HEIGHT = 3508;
  private static final int MARGIN = 250;
  private static final int LETTER = 46;

  private Scans() {}

  static OcrSettings english() {
    return new OcrSettings(OCR, List.of("eng"));
  }

  static Source read(Path file, OcrSettings settings) throws IOException {
    return read(file, settings, 2);
  }

  static Source read(Path file, OcrSettings settings, int threads) throws IOException {
    try (var recognition = new PageRecognition(settings, threads)) {
      return new PdfReader(file, file.getFileName().toString(), recognition).read(Progress.none());
    }
  }

  /// A page of a PDF as a scanner would give it.
  static BufferedImage picture(Path file, int page) throws IOException {
    try (var document = Loader.loadPDF(file.toFile())) {
      return new PDFRenderer(document).renderImageWithDPI(page, DPI, ImageType.GRAY);
    }
  }

  /// Pictures in a file of their own; several need a kind that takes them.
  static Path write(Path file, String format, List<BufferedImage> pictures) throws IOException {
    var writer = ImageIO.getImageWritersByFormatName(format).next();
    try (var out = ImageIO.createImageOutputStream(file.toFile())) {
      writer.setOutput(out);
      if (pictures.size() == 1) {
        writer.write(pictures.getFirst());
        return file;
      }
      writer.prepareWriteSequence(null);
      for (var picture : pictures) {
        writer.writeToSequence(new IIOImage(picture, null, null), null);
      }
      writer.endWriteSequence();
    } finally {
      writer.dispose();
    }
    return file;
  }

  /// A page of Chinese, eleven points high.
  static BufferedImage typeset(String text) {
    var page = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
    var graphics = page.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, WIDTH, HEIGHT);
    graphics.setColor(Color.BLACK);
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    var styled = new AttributedString(text);
    styled.addAttribute(TextAttribute.FONT, new Font(CHINESE_FONT, Font.PLAIN, LETTER));
    var measurer = new LineBreakMeasurer(styled.getIterator(), graphics.getFontRenderContext());
    var y = (float) MARGIN;
    while (measurer.getPosition() < text.length()) {
      var line = measurer.nextLayout(WIDTH - 2f * MARGIN);
      y += line.getAscent();
      line.draw(graphics, MARGIN, y);
      y += line.getDescent() + LETTER / 2f;
    }
    graphics.dispose();
    return page;
  }

  /// A PDF of pictures.
  static Path write(Path file, List<BufferedImage> pictures) throws IOException {
    try (var document = new PDDocument()) {
      for (var picture : pictures) {
        var width = picture.getWidth() * 72f / DPI;
        var height = picture.getHeight() * 72f / DPI;
        var page = new PDPage(new PDRectangle(width, height));
        document.addPage(page);
        var image = LosslessFactory.createFromImage(document, picture);
        try (var content = new PDPageContentStream(document, page)) {
          content.drawImage(image, 0, 0, width, height);
        }
      }
      document.save(file.toFile());
    }
    return file;
  }
}
