package dev.retune.document.written;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.openxml4j.util.ZipSecureFile;

/// Guards against files that are small only while they are packed. Every part is unpacked once and
/// counted: the sizes that a zip tells of itself may be wrong.
///
/// Parts of XML are what is read; a part counts as XML by how it begins too, whatever its name.
/// Pictures, sounds and films are not read, and are packed already: all of them may take little
/// more than the file itself.
final class OfficeSize {
  /// Sheets are read row by row, everything else is held in memory.
  private static final String SHEETS = "xl/";

  private static final long LARGEST_SHEET = 256L << 20;
  private static final long LARGEST_PART = 64L << 20;
  private static final long LARGEST_PARTS = 512L << 20;
  private static final int MOST_PARTS = 50_000;

  /// How much larger than the file all that is not XML may be: drawings of lines and plain bitmaps
  /// can be packed.
  private static final long LARGEST_OTHERS = 512L << 20;

  private static final int BEGINNING = 16;

  private OfficeSize() {}

  /// @param bytes of the packed file
  /// @throws UnreadableException if it is too large
  static void check(InputStream packed, long bytes) throws IOException {
    // POI's own guards, which are for all of the program, take a sheet of equal rows for a bomb and
    // refuse shows of a few hundred slides.
    ZipSecureFile.setMinInflateRatio(0);
    ZipSecureFile.setMaxFileCount(MOST_PARTS);
    try (var zip = new ZipInputStream(packed)) {
      long xml = 0;
      long others = 0;
      int parts = 0;
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        var beginning = zip.readNBytes(BEGINNING);
        if (xml(entry, beginning)) {
          xml += beginning.length + size(zip, largest(entry));
        } else {
          others += beginning.length + size(zip, LARGEST_OTHERS + bytes - others);
        }
        if (xml > LARGEST_PARTS || ++parts > MOST_PARTS) {
          throw new UnreadableException("tooLargeUnpacked");
        }
      }
    }
  }

  private static boolean xml(ZipEntry entry, byte[] beginning) {
    // Latin 1 shows markup in UTF-8 and in UTF-16 alike.
    var text = new String(beginning, StandardCharsets.ISO_8859_1);
    return entry.getName().endsWith(".xml")
        || entry.getName().endsWith(".rels")
        || text.replaceFirst("^(?:\\xef\\xbb\\xbf|\\xff\\xfe|\\xfe\\xff)?[\\s\\x00]*", "")
            .startsWith("<");
  }

  private static long largest(ZipEntry entry) {
    return entry.getName().startsWith(SHEETS) ? LARGEST_SHEET : LARGEST_PART;
  }

  private static long size(ZipInputStream zip, long largest) throws IOException {
    long size = 0;
    // It skips no more at a time than a number of 32 bits tells.
    for (long step = -1; step != 0 && size < largest; size += step) {
      step = zip.skip(largest - size);
    }
    if (zip.read() >= 0) {
      throw new UnreadableException("tooLargeUnpacked");
    }
    return size;
  }
}
