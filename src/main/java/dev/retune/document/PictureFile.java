package dev.retune.document;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;

/// A file of pictures as a PDF of its own, one page for each, so that it is read, shown and pointed
/// at like any scan.
final class PictureFile {
  /// Larger pictures are thinned out, to fit into memory.
  private static final double MOST_PIXELS = 40e6;

  private PictureFile() {}

  /// A PDF as it is, or made from pictures.
  ///
  /// @param password empty for none
  /// @throws org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException if another is needed
  /// @throws IOException if it is damaged
  static PDDocument open(Path file, String password) throws IOException {
    var name = file.toString().toLowerCase(Locale.ROOT);
    return FileHead.kind(file, name).picture() ? pages(file) : pdf(file, password);
  }

  /// Without the password first: most protected files only restrict what may be done.
  private static PDDocument pdf(Path file, String password) throws IOException {
    try {
      return Loader.loadPDF(file.toFile());
    } catch (InvalidPasswordException e) {
      if (password.isEmpty()) {
        throw e;
      }
      return Loader.loadPDF(file.toFile(), password);
    }
  }

  private static PDDocument pages(Path file) throws IOException {
    var document = new PDDocument(IOUtils.createTempFileOnlyStreamCache());
    try (var in = ImageIO.createImageInputStream(file.toFile())) {
      var readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        throw new IOException("no reader for its pictures");
      }
      var reader = readers.next();
      try {
        reader.setInput(in);
        // A JPEG that breaks off is filled up with grey and only warned of.
        reader.addIIOReadWarningListener((_, warning) -> {
          throw new IllegalStateException(warning);
        });
        var count = reader.getNumImages(true);
        for (var i = 0; i < count; i++) {
          add(document, file, reader, i);
        }
      } finally {
        reader.dispose();
      }
      return document;
    } catch (IOException | RuntimeException e) {
      document.close();
      throw e;
    }
  }

  /// Pictures seldom tell their size on paper: each is as long as a sheet of A4.
  private static void add(PDDocument document, Path file, ImageReader reader, int index)
      throws IOException {
    var settings = reader.getDefaultReadParam();
    var pixels = (double) reader.getWidth(index) * reader.getHeight(index);
    var every = (int) Math.ceil(Math.sqrt(pixels / MOST_PIXELS));
    if (every > 1) {
      settings.setSourceSubsampling(every, every, 0, 0);
    }
    var picture = reader.read(index, settings);
    // The page is as the camera saw it, however it was held.
    var orientation = Orientation.of(file, index);
    boolean sideways = orientation.sideways();
    var wide = sideways ? picture.getHeight() : picture.getWidth();
    var high = sideways ? picture.getWidth() : picture.getHeight();
    var scale = PDRectangle.A4.getHeight() / Math.max(wide, high);
    var size = new PDRectangle(wide * scale, high * scale);
    var page = new PDPage(size);
    document.addPage(page);
    try (var content = new PDPageContentStream(document, page)) {
      content.drawImage(
          LosslessFactory.createFromImage(document, picture),
          orientation.on(size.getWidth(), size.getHeight()));
    }
  }
}
