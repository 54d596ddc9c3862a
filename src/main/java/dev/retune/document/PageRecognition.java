package dev.retune.document;

import dev.retune.document.ocr.OcrSettings;
import dev.retune.document.ocr.Recognition;
import dev.retune.file.Reason;
import dev.retune.task.Progress;
import dev.retune.text.Problem;
import dev.retune.text.Text;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads pages of a PDF that have no text of their own from their pictures; the recogniser is
/// loaded for the first of them. Pages are drawn one after another, a document handle being for one
/// thread, and recognised side by side.
final class PageRecognition implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PageRecognition.class);

  /// What Tesseract was trained for.
  private static final int DPI = 300;

  /// A poster is drawn more coarsely, to fit into memory.
  private static final double MOST_PIXELS = 40e6;

  private static final double POINTS = 72;

  /// How soon cancelling is noticed while pages are recognised.
  private static final int NOTICING_MILLIS = 50;

  /// Each holds some hundred megabytes while it reads.
  private static final int MOST_THREADS = 4;

  private final OcrSettings settings;
  private final int greatestThreads;
  private @Nullable Recognition recognition;

  PageRecognition(OcrSettings settings) {
    this(settings, Runtime.getRuntime().availableProcessors());
  }

  /// @param greatestThreads at most so many pages at a time
  PageRecognition(OcrSettings settings, int greatestThreads) {
    this.settings = settings;
    this.greatestThreads = greatestThreads;
  }

  /// @param name the file's name, for people
  /// @return the pages in which something was read, as they are now
  /// @throws dev.retune.text.ProblemException if the recogniser cannot be loaded
  /// @throws java.util.concurrent.CancellationException if cancelled
  List<SourcePage> read(
      PDDocument document, List<SourcePage> pages, String name, Progress progress) {
    var recogniser = recogniser();
    progress.begin(Text.of(DocumentImporter.class, "recognising", name), pages.size());
    var renderer = new PDFRenderer(document);
    var threads = Math.min(pages.size(), Math.min(greatestThreads, MOST_THREADS));
    var read = new ArrayList<SourcePage>();
    var waiting = new ArrayDeque<Future<SourcePage>>();
    var pool = Executors.newFixedThreadPool(threads, PageRecognition::daemon);
    // Drawing one takes a while too, which cancelling does not wait for either.
    var drawing = Executors.newSingleThreadExecutor(PageRecognition::daemon);
    var whole = false;
    try {
      for (var page : pages) {
        var dpi = dpi(page);
        var picture = await(drawing.submit(() -> picture(renderer, page, dpi)), progress);
        picture.ifPresent(drawn ->
            waiting.add(
                pool.submit(() -> RecognisedPage.of(page, recogniser.read(drawn, dpi), dpi))));
        if (waiting.size() >= threads) {
          take(waiting, read, progress);
        }
      }
      while (!waiting.isEmpty()) {
        take(waiting, read, progress);
      }
      whole = true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException(e);
    } finally {
      drawing.shutdownNow();
      pool.shutdownNow();
      if (!whole) {
        // What is being recognised is given up, not waited for.
        close();
      }
    }
    return read;
  }

  /// One that does not keep the program from ending.
  private static Thread daemon(Runnable work) {
    var thread = new Thread(work, "recognition");
    thread.setDaemon(true);
    return thread;
  }

  private static int dpi(SourcePage page) {
    var inches = page.width() / POINTS * (page.height() / POINTS);
    return (int) Math.min(DPI, Math.sqrt(MOST_PIXELS / inches));
  }

  /// Empty if it cannot be drawn.
  private static Optional<BufferedImage> picture(PDFRenderer renderer, SourcePage page, int dpi) {
    try {
      var picture = renderer.renderImageWithDPI(page.number() - 1, dpi, ImageType.GRAY);
      var part = page.picture();
      if (part != null) {
        MixedPage.only(picture, part, dpi);
      }
      return Optional.of(picture);
    } catch (IOException | RuntimeException | StackOverflowError e) {
      // Broken pages make PDFBox fail in every way there is.
      LOG.debug("page {} could not be drawn", page.number(), e);
      return Optional.empty();
    }
  }

  private static void take(
      ArrayDeque<Future<SourcePage>> waiting, List<SourcePage> read, Progress progress)
      throws InterruptedException {
    try {
      var page = await(waiting.remove(), progress);
      if (!page.text().isBlank()) {
        read.add(page);
      }
      progress.advance(1);
    } catch (ExecutionException e) {
      // It stays a picture; the others are read.
      LOG.warn("a page could not be recognised", e.getCause());
      progress.advance(1);
    }
  }

  private static <T> T await(Future<T> page, Progress progress)
      throws InterruptedException, ExecutionException {
    while (true) {
      progress.checkCancelled();
      try {
        return page.get(NOTICING_MILLIS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException _) {
        // Not yet.
      }
    }
  }

  private Recognition recogniser() {
    var known = recognition;
    if (known == null) {
      try {
        known = Recognition.open(settings.folder(), settings.languages());
      } catch (LinkageError | UncheckedIOException e) {
        throw Problem.of(DocumentImporter.class, "ocrLibrary", Reason.of(e)).exception(e);
      }
      recognition = known;
    }
    return known;
  }

  @Override
  public void close() {
    if (recognition != null) {
      recognition.close();
      recognition = null;
    }
  }
}
