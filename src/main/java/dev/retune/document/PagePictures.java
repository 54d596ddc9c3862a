package dev.retune.document;

import dev.retune.file.Reason;
import dev.retune.task.Progress;
import dev.retune.text.Problem;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.jspecify.annotations.Nullable;

/// Pictures of the pages of a project's PDFs. The document that was asked for last stays open, the
/// pictures that were asked for last are kept; one is drawn at a time.
public final class PagePictures implements AutoCloseable {
  /// So many pixels are kept, four bytes each.
  private static final long MOST_KEPT = 24_000_000;

  /// A picture has at most so many.
  private static final double MOST_PIXELS = 12e6;

  /// What has pages that can be drawn.
  private static final Pattern DRAWN = Pattern.compile("\\.(pdf|png|jpg|tif)$");

  private final DocumentStore documents;
  private final FilePasswords passwords;
  private final Map<Key, PagePicture> kept = new LinkedHashMap<>(16, .75f, true);
  private @Nullable Opened opened;
  private boolean closed;

  private record Key(UUID document, int page, int width) {}

  private record Opened(UUID document, PDDocument file, PDFRenderer renderer) {}

  /// @param passwords of protected files
  public PagePictures(DocumentStore documents, FilePasswords passwords) {
    this.documents = documents;
    this.passwords = passwords;
  }

  /// @param page from 1; the nearest there is
  /// @param width of the picture in pixels; a very long page may get fewer
  /// @param progress tells that nobody waits for the picture any more: those who come after it have
  ///   their turn at once
  /// @throws dev.retune.text.ProblemException if the document has no pages to show, or this one
  ///   cannot be drawn
  /// @throws java.util.concurrent.CancellationException if nobody waits for it any more
  public PagePicture picture(UUID document, int page, int width, Progress progress) {
    progress.checkCancelled();
    synchronized (this) {
      // Much may have scrolled by since it was asked for.
      progress.checkCancelled();
      return picture(document, page, width);
    }
  }

  private PagePicture picture(UUID document, int page, int width) {
    if (closed) {
      throw Problem.of(PagePictures.class, "picture.none").exception();
    }
    var key = new Key(document, page, width);
    var known = kept.get(key);
    if (known != null) {
      return known;
    }
    var drawn = draw(open(document), page, width);
    kept.put(key, drawn);
    forget();
    return drawn;
  }

  private void forget() {
    var pixels = kept.values().stream().mapToLong(picture -> picture.argb().length).sum();
    var oldest = kept.values().iterator();
    while (pixels > MOST_KEPT && kept.size() > 1) {
      pixels -= oldest.next().argb().length;
      oldest.remove();
    }
  }

  private Opened open(UUID document) {
    var before = opened;
    if (before != null && before.document().equals(document)) {
      return before;
    }
    closeFile();
    var file = documents.original(document).orElse(null);
    if (file == null || !DRAWN.matcher(file.toString()).find()) {
      throw Problem.of(PagePictures.class, "picture.none").exception();
    }
    var password = passwords.of(Originals.sha256(file));
    try {
      var loaded = PictureFile.open(file, password);
      var now = new Opened(document, loaded, new PDFRenderer(loaded));
      opened = now;
      return now;
    } catch (InvalidPasswordException e) {
      throw Problem.of(
              PagePictures.class, password.isEmpty() ? "picture.password" : "picture.wrongPassword")
          .exception(e);
    } catch (IOException | RuntimeException e) {
      throw Problem.of(PagePictures.class, "picture.file", file, Reason.of(e)).exception(e);
    }
  }

  private static PagePicture draw(Opened opened, int page, int width) {
    var pages = opened.file().getNumberOfPages();
    var number = Math.clamp(page, 1, Math.max(1, pages));
    try {
      var shown = opened.file().getPage(number - 1);
      var box = shown.getCropBox();
      var turned = shown.getRotation() % 180 != 0;
      double points = turned ? box.getHeight() : box.getWidth();
      double height = turned ? box.getWidth() : box.getHeight();
      var scale = Math.min(width / points, Math.sqrt(MOST_PIXELS / (points * height)));
      var image = opened.renderer().renderImage(number - 1, (float) scale, ImageType.RGB);
      var argb = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
      return new PagePicture(number, pages, image.getWidth(), image.getHeight(), scale, argb);
    } catch (IOException | RuntimeException | StackOverflowError e) {
      // Broken pages make PDFBox fail in every way there is.
      throw Problem.of(PagePictures.class, "picture.page", number).exception(e);
    }
  }

  private void closeFile() {
    var before = opened;
    opened = null;
    if (before != null) {
      try {
        before.file().close();
      } catch (IOException _) {
        // Only read from.
      }
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    closeFile();
    kept.clear();
  }
}
