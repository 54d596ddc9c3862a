package dev.retune.document.ocr;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Tells whether a file is Tesseract's data of a language: the number of its parts, where each
/// begins (−1 where there is none), the parts (`TessdataManager::Init`). Looked at before any
/// native call, which may not survive another file.
final class TrainedData {
  /// Tesseract takes a larger number for one of the other byte order, and gives up after.
  private static final int MOST_PARTS = 1000;

  /// Either of these recognises letters; a file without both tells something else, such as how a
  /// page lies.
  private static final int LETTER_SHAPES = 3;

  private static final int NETWORK = 17;

  private TrainedData() {}

  static boolean is(Path file) throws IOException {
    try (var channel = FileChannel.open(file)) {
      var head = read(channel, 0, Integer.BYTES);
      if (head == null) {
        return false;
      }
      int parts = head.getInt();
      if (parts < 0 || parts > MOST_PARTS) {
        return false;
      }
      var places = read(channel, Integer.BYTES, parts * Long.BYTES);
      return places != null && whole(places, parts, channel.size());
    }
  }

  private static boolean whole(ByteBuffer places, int parts, long size) {
    boolean letters = false;
    long last = Integer.BYTES + (long) parts * Long.BYTES;
    for (int i = 0; i < parts; i++) {
      long at = places.getLong();
      if (at == -1) {
        continue;
      }
      if (at < last || at >= size) {
        return false;
      }
      last = at;
      letters |= i == LETTER_SHAPES || i == NETWORK;
    }
    return letters;
  }

  private static @Nullable ByteBuffer read(FileChannel channel, long at, int count)
      throws IOException {
    var bytes = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
    while (bytes.hasRemaining()) {
      if (channel.read(bytes, at + bytes.position()) < 0) {
        return null;
      }
    }
    return bytes.flip();
  }
}
