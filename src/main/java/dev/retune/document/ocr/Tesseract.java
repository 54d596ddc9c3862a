package dev.retune.document.ocr;

import com.sun.jna.Platform;
import dev.retune.text.Problem;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import net.sourceforge.tess4j.ITessAPI;
import net.sourceforge.tess4j.TessAPI1;

/// One recogniser in native memory. For one thread at a time.
final class Tesseract implements AutoCloseable {
  private static final String NOWHERE = "/dev/null";

  /// Recognisers are independent but for what all of them share, which making and freeing one
  /// changes: a recogniser that was given up may still be busy with it.
  private static final Object SHARED = new Object();

  private final ITessAPI.TessBaseAPI handle;
  private final Monitor monitor;

  /// Tesseract writes remarks for its makers to the error stream otherwise. The setting is one for
  /// all recognisers, so it is made once, before any of them works.
  private static final class Remarks {
    static {
      var first = TessAPI1.TessBaseAPICreate();
      TessAPI1.TessBaseAPISetVariable(first, "debug_file", Platform.isWindows() ? "NUL" : NOWHERE);
      TessAPI1.TessBaseAPIDelete(first);
    }

    private Remarks() {}

    /// Does nothing but have them switched off.
    static void off() {}
  }

  /// @param data the folder that holds the data of all `languages`
  /// @param stop asked while it reads, from word to word; where true, what it reads is given up
  /// @throws dev.retune.text.ProblemException if the data is damaged
  Tesseract(Path data, List<String> languages, BooleanSupplier stop) {
    var names = String.join("+", languages);
    Remarks.off();
    synchronized (SHARED) {
      handle = TessAPI1.TessBaseAPICreate();
      if (TessAPI1.TessBaseAPIInit3(handle, data.toString(), names) != 0) {
        TessAPI1.TessBaseAPIDelete(handle);
        throw Problem.of(Recognition.class, "data", data, names).exception();
      }
    }
    boolean whole = false;
    try {
      monitor = new Monitor(stop);
      whole = true;
    } finally {
      if (!whole) {
        free();
      }
    }
  }

  /// The lines of a picture, in reading order.
  List<OcrLine> lines(GrayPicture picture, int dpi) {
    var lines = lines(picture, dpi, ITessAPI.TessPageSegMode.PSM_AUTO);
    if (lines.isEmpty()) {
      // A page that does not fall into blocks may be one.
      return lines(picture, dpi, ITessAPI.TessPageSegMode.PSM_SINGLE_BLOCK);
    }
    return lines;
  }

  private List<OcrLine> lines(GrayPicture picture, int dpi, int segmentation) {
    TessAPI1.TessBaseAPISetPageSegMode(handle, segmentation);
    var bytes = ByteBuffer.allocateDirect(picture.bytes().length);
    bytes.put(picture.bytes()).flip();
    TessAPI1.TessBaseAPISetImage(
        handle, bytes, picture.width(), picture.height(), 1, picture.width());
    TessAPI1.TessBaseAPISetSourceResolution(handle, dpi);
    try {
      if (monitor.recognise(handle) != 0) {
        return List.of();
      }
      return results();
    } finally {
      TessAPI1.TessBaseAPIClear(handle);
    }
  }

  private List<OcrLine> results() {
    var results = TessAPI1.TessBaseAPIGetIterator(handle);
    if (results == null) {
      return List.of();
    }
    try {
      return new Walk(results).lines();
    } finally {
      TessAPI1.TessResultIteratorDelete(results);
    }
  }

  /// Goes through the words of a result.
  private static final class Walk {
    private static final int WORD = ITessAPI.TessPageIteratorLevel.RIL_WORD;

    private final ITessAPI.TessResultIterator results;
    private final ITessAPI.TessPageIterator places;
    private final List<OcrLine> lines = new ArrayList<>();
    private List<OcrWord> words = new ArrayList<>();
    private boolean opens;

    Walk(ITessAPI.TessResultIterator results) {
      this.results = results;
      places = TessAPI1.TessResultIteratorGetPageIterator(results);
    }

    List<OcrLine> lines() {
      do {
        if (begins(ITessAPI.TessPageIteratorLevel.RIL_TEXTLINE)) {
          close();
          opens = begins(ITessAPI.TessPageIteratorLevel.RIL_PARA);
        }
        word();
      } while (TessAPI1.TessResultIteratorNext(results, WORD) == ITessAPI.TRUE);
      close();
      return lines;
    }

    private boolean begins(int level) {
      return TessAPI1.TessPageIteratorIsAtBeginningOf(places, level) == ITessAPI.TRUE;
    }

    private void close() {
      if (!words.isEmpty()) {
        var top = words.stream().mapToInt(OcrWord::top).min().orElse(0);
        var bottom = words.stream().mapToInt(OcrWord::bottom).max().orElse(0);
        lines.add(new OcrLine(words, opens, bottom - top));
        words = new ArrayList<>();
      }
    }

    private void word() {
      var text = TessAPI1.TessResultIteratorGetUTF8Text(results, WORD);
      if (text == null) {
        return;
      }
      var read = text.getString(0, StandardCharsets.UTF_8.name()).strip();
      TessAPI1.TessDeleteText(text);
      var left = IntBuffer.allocate(1);
      var top = IntBuffer.allocate(1);
      var right = IntBuffer.allocate(1);
      var bottom = IntBuffer.allocate(1);
      TessAPI1.TessPageIteratorBoundingBox(places, WORD, left, top, right, bottom);
      if (!read.isEmpty()) {
        words.add(
            new OcrWord(
                read,
                left.get(0),
                top.get(0),
                right.get(0),
                bottom.get(0),
                TessAPI1.TessResultIteratorConfidence(results, WORD)));
      }
    }
  }

  @Override
  public void close() {
    monitor.close();
    free();
  }

  private void free() {
    synchronized (SHARED) {
      TessAPI1.TessBaseAPIEnd(handle);
      TessAPI1.TessBaseAPIDelete(handle);
    }
  }
}
