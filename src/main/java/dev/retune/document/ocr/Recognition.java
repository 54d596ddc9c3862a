package dev.retune.document.ocr;

import dev.retune.text.Problem;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Reads pictures of pages with Tesseract; from several threads, each with a recogniser of its own.
public final class Recognition implements AutoCloseable {
  /// Below this mean confidence a page may lie on its side.
  private static final double DOUBTFUL = 60;

  private static final int[] TURNS = {180, 90, 270};

  private final Path data;
  private final List<String> languages;
  private final ConcurrentLinkedQueue<Tesseract> idle = new ConcurrentLinkedQueue<>();
  private volatile boolean closed;

  private Recognition(Path data, List<String> languages) {
    this.data = data;
    this.languages = languages;
  }

  /// @param folder of this user, where libraries and data are unpacked to and further languages may
  ///   be put (`tessdata/<language>.traineddata`)
  /// @param languages by Tesseract's names, the main one first
  /// @throws dev.retune.text.ProblemException if there is no data for one of them, or it is damaged
  /// @throws LinkageError if the libraries do not load on this machine
  public static Recognition open(Path folder, List<String> languages) {
    var files = new OcrFiles(folder);
    files.install();
    for (var language : languages) {
      if (files.data(language).isEmpty()) {
        throw Problem.of(Recognition.class, "language", language, folder.resolve("tessdata"))
            .exception();
      }
    }
    var recognition = new Recognition(files.together(languages), languages);
    // Whatever cannot be loaded shows here, before any page is drawn.
    recognition.idle.add(recognition.recogniser());
    return recognition;
  }

  /// Whether there is data for `language`.
  public static boolean knows(Path folder, String language) {
    return new OcrFiles(folder).data(language).isPresent();
  }

  /// The lines of a page in reading order, places in pixels of `page`. A page that lies askew is
  /// brought level first, one that lies on its side or its head is turned.
  ///
  /// @param dpi pixels to the inch
  /// @throws CancellationException if this was closed meanwhile
  public List<OcrLine> read(BufferedImage page, int dpi) {
    checkOpen();
    var known = idle.poll();
    var recogniser = known == null ? recogniser() : known;
    try {
      var lines = read(recogniser, page, dpi);
      checkOpen();
      return lines;
    } finally {
      giveBack(recogniser);
    }
  }

  private Tesseract recogniser() {
    return new Tesseract(data, languages, () -> closed);
  }

  private void checkOpen() {
    if (closed) {
      throw new CancellationException();
    }
  }

  /// Nobody else closes what was reading when all was closed.
  private synchronized void giveBack(Tesseract recogniser) {
    if (closed) {
      recogniser.close();
    } else {
      idle.add(recogniser);
    }
  }

  private List<OcrLine> read(Tesseract recogniser, BufferedImage page, int dpi) {
    var best = read(recogniser, GrayPicture.level(page), dpi);
    if (confidence(best) >= DOUBTFUL) {
      return best;
    }
    for (var turn : TURNS) {
      checkOpen();
      var other = read(recogniser, GrayPicture.turned(page, turn), dpi);
      if (weight(other) > weight(best)) {
        best = other;
      }
    }
    return best;
  }

  private static List<OcrLine> read(Tesseract recogniser, GrayPicture picture, int dpi) {
    return recogniser.lines(picture, dpi).stream().map(line -> back(line, picture)).toList();
  }

  private static OcrLine back(OcrLine line, GrayPicture picture) {
    if (picture.back().isIdentity()) {
      return line;
    }
    return new OcrLine(
        line.words().stream().map(word -> back(word, picture)).toList(),
        line.opens(),
        line.height());
  }

  /// The box around the word's turned box.
  private static OcrWord back(OcrWord word, GrayPicture picture) {
    var box =
        new Rectangle2D.Double(
            word.left(), word.top(), word.right() - word.left(), word.bottom() - word.top());
    var turned = picture.back().createTransformedShape(box).getBounds();
    return new OcrWord(
        word.text(),
        turned.x,
        turned.y,
        turned.x + turned.width,
        turned.y + turned.height,
        word.confidence());
  }

  /// The mean over letters; 0 without any.
  private static double confidence(List<OcrLine> lines) {
    var letters = 0;
    for (var line : lines) {
      for (var word : line.words()) {
        letters += word.text().length();
      }
    }
    return letters == 0 ? 0 : weight(lines) / letters;
  }

  private static double weight(List<OcrLine> lines) {
    var sum = 0.0;
    for (var line : lines) {
      for (var word : line.words()) {
        sum += word.text().length() * (double) word.confidence();
      }
    }
    return sum;
  }

  /// Does not wait for pages that are being read: they are given up once their layout is known, and
  /// what they hold of native memory is freed by their own threads.
  @Override
  public synchronized void close() {
    closed = true;
    for (var recogniser = idle.poll(); recogniser != null; recogniser = idle.poll()) {
      recogniser.close();
    }
  }
}
