package dev.retune.document;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// What the end of a PDF file, and what stands behind an end within it, tells about it.
///
/// @param complete whether it ends as a PDF must; a file whose transfer broke off does not
/// @param documents how many PDFs stand one behind the other
record PdfTrailer(boolean complete, int documents) {
  /// Of a file that is no PDF, whose reader notices itself where it breaks off.
  static final PdfTrailer WHOLE = new PdfTrailer(true, 1);

  private static final byte[] END = "%%EOF".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] BEGIN = "%PDF-".getBytes(StandardCharsets.US_ASCII);

  /// Some writers leave bytes behind the end mark; readers look back at least this far.
  private static final int TAIL = 4096;

  /// A document glued behind another begins right after its end, give or take padding.
  private static final int PADDING = 1024;

  static PdfTrailer of(Path file) throws IOException {
    long length = Files.size(file);
    long lastEnd = -1;
    int documents = 1;
    boolean matchedEnd = false;
    var buffer = new byte[1 << 16];
    long base = 0;
    int kept = 0;
    try (var in = Files.newInputStream(file)) {
      for (int n = in.read(buffer, 0, buffer.length);
          n > 0;
          n = in.read(buffer, kept, buffer.length - kept)) {
        int filled = kept + n;
        for (int i = 0; i + END.length <= filled; i++) {
          if (buffer[i] != '%') {
            continue;
          }
          if (at(buffer, i, END)) {
            lastEnd = base + i;
            matchedEnd = true;
          } else if (matchedEnd && at(buffer, i, BEGIN) && base + i - lastEnd <= PADDING) {
            documents++;
            matchedEnd = false;
          }
        }
        // The last bytes may begin a mark that goes on in the next block.
        kept = Math.min(filled, END.length - 1);
        System.arraycopy(buffer, filled - kept, buffer, 0, kept);
        base += filled - kept;
      }
    }
    return new PdfTrailer(lastEnd >= 0 && length - lastEnd <= TAIL, documents);
  }

  private static boolean at(byte[] buffer, int from, byte[] mark) {
    for (int i = 0; i < mark.length; i++) {
      if (buffer[from + i] != mark[i]) {
        return false;
      }
    }
    return true;
  }
}
