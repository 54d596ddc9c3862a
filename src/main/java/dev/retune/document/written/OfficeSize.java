package dev.retune.document.written;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.openxml4j.util.ZipSecureFile;

/// Guards against files that are small only while they are packed. Every part of XML is unpacked
/// once and counted: the sizes that a zip tells of itself may be wrong. Pictures and the like,
/// which are not read, do not count.
final class OfficeSize {
  /// Sheets are read row by row, everything else is held in memory.
  private static final String SHEETS = "xl/";

  private static final long LARGEST_SHEET = 256L << 20;
  private static final long LARGEST_PART = 64L << 20;
  private static final long LARGEST_PARTS = 512L << 20;
  private static final int MOST_PARTS = 50_000;

  private OfficeSize() {}

  /// @throws UnreadableException if it is too large
  static void check(InputStream packed) throws IOException {
    // POI's own guards, which are for all of the program, take a sheet of equal rows for a bomb and
    // refuse shows of a few hundred slides.
    ZipSecureFile.setMinInflateRatio(0);
    ZipSecureFile.setMaxFileCount(MOST_PARTS);
    try (var zip = new ZipInputStream(packed)) {
      long all = 0;
      int parts = 0;
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        all += read(entry) ? size(zip, largest(entry)) : 0;
        if (all > LARGEST_PARTS || ++parts > MOST_PARTS) {
          throw new UnreadableException("tooLargeUnpacked");
        }
      }
    }
  }

  private static boolean read(ZipEntry entry) {
    return entry.getName().endsWith(".xml") || entry.getName().endsWith(".rels");
  }

  private static long largest(ZipEntry entry) {
    return entry.getName().startsWith(SHEETS) ? LARGEST_SHEET : LARGEST_PART;
  }

  private static long size(ZipInputStream zip, long largest) throws IOException {
    long size = zip.skip(largest);
    if (zip.read() >= 0) {
      throw new UnreadableException("tooLargeUnpacked");
    }
    return size;
  }
}
