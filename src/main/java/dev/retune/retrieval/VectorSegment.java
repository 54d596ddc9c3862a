package dev.retune.retrieval;

import dev.retune.file.AtomicFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;

/// One file of cached vectors, little-endian: magic, version, dimension, count; `count` text hashes
/// of 32 bytes; `count` vectors of float32; a CRC-32C over all that stands before it. The hash of a
/// text that has several vectors stands once for each, one after the other.
final class VectorSegment {
  static final String SUFFIX = ".vec";

  /// Stands for vectors that are wanted and not known.
  static final float[][] NONE = {};

  private static final int MAGIC = 0x43565452;
  private static final int VERSION = 1;
  private static final int HEADER = 4 * Integer.BYTES;
  private static final int HASH = 32;

  private VectorSegment() {}

  /// @param hashes SHA-256 of the texts, hexadecimal, no two equal
  /// @param vectors `[texts][vectors][dimension]`, at least one vector a text
  static void write(Path file, List<String> hashes, float[][][] vectors) {
    int dimension = vectors.length == 0 ? 0 : vectors[0][0].length;
    int count = Arrays.stream(vectors).mapToInt(text -> text.length).sum();
    int length = HEADER + count * (HASH + dimension * Float.BYTES);
    var buffer = ByteBuffer.allocate(length + Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    buffer.putInt(MAGIC).putInt(VERSION).putInt(dimension).putInt(count);
    for (int i = 0; i < vectors.length; i++) {
      var hash = HexFormat.of().parseHex(hashes.get(i));
      for (int v = 0; v < vectors[i].length; v++) {
        buffer.put(hash);
      }
    }
    for (var text : vectors) {
      for (var vector : text) {
        buffer.asFloatBuffer().put(vector);
        buffer.position(buffer.position() + dimension * Float.BYTES);
      }
    }
    buffer.putInt(checksum(buffer.array(), length));
    AtomicFile.write(file, out -> out.write(buffer.array()));
  }

  /// Puts the vectors of the file in place of [#NONE] where their hash is a key of `wanted`.
  ///
  /// @return whether the file is whole and of this dimension
  static boolean read(Path file, int dimension, Map<String, float[][]> wanted) throws IOException {
    var bytes = Files.readAllBytes(file);
    var buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    if (bytes.length < HEADER + Integer.BYTES
        || buffer.getInt() != MAGIC
        || buffer.getInt() != VERSION
        || buffer.getInt() != dimension) {
      return false;
    }
    long count = buffer.getInt();
    long length = HEADER + count * (HASH + (long) dimension * Float.BYTES);
    if (count < 0
        || length + Integer.BYTES != bytes.length
        || checksum(bytes, (int) length) != buffer.getInt((int) length)) {
      return false;
    }
    int vectors = HEADER + (int) count * HASH;
    int i = 0;
    while (i < count) {
      int from = i;
      var hash = hash(bytes, i++);
      while (i < count && hash.equals(hash(bytes, i))) {
        i++;
      }
      if (wanted.get(hash) == NONE) {
        var text = new float[i - from][dimension];
        buffer.position(vectors + from * dimension * Float.BYTES);
        var numbers = buffer.asFloatBuffer();
        for (var vector : text) {
          numbers.get(vector);
        }
        wanted.put(hash, text);
      }
    }
    return true;
  }

  private static String hash(byte[] bytes, int index) {
    int at = HEADER + index * HASH;
    return HexFormat.of().formatHex(bytes, at, at + HASH);
  }

  private static int checksum(byte[] bytes, int length) {
    var crc = new CRC32C();
    crc.update(bytes, 0, length);
    return (int) crc.getValue();
  }
}
