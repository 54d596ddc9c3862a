package dev.retune.document.written;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/// Guards against files that are small only while they are packed. Everything that will be read is
/// unpacked once and counted: the sizes that a zip tells of itself may be wrong.
final class OfficeSize {
  private static final long LARGEST_PART = 256L << 20;
  private static final long LARGEST_PARTS = 512L << 20;
  private static final int MOST_PARTS = 50_000;

  private OfficeSize() {}

  /// @throws UnreadableException if it is too large
  static void check(InputStream packed) throws IOException {
    try (var zip = new ZipInputStream(packed)) {
      long all = 0;
      int parts = 0;
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        all += read(entry) ? size(zip) : 0;
        if (all > LARGEST_PARTS || ++parts > MOST_PARTS) {
          throw new UnreadableException("tooLarge");
        }
      }
    }
  }

  private static boolean read(ZipEntry entry) {
    return entry.getName().endsWith(".xml") || entry.getName().endsWith(".rels");
  }

  private static long size(ZipInputStream zip) throws IOException {
    long size = zip.skip(LARGEST_PART);
    if (zip.read() >= 0) {
      throw new UnreadableException("tooLarge");
    }
    return size;
  }
}
