package dev.retune.retrieval;

import dev.retune.file.AtomicFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;

/// One file of cached vectors, little-endian: magic, version, dimension, count; `count` text hashes
/// of 32 bytes; `count` vectors of float32; a CRC-32C over all that stands before it.
final class VectorSegment {
  static final String SUFFIX = ".vec";

  /// Stands for a vector that is wanted and not known.
  static final float[] NONE = {};

  private static final int MAGIC = 0x43565452;
  private static final int VERSION = 1;
  private static final int HEADER = 4 * Integer.BYTES;
  private static final int HASH = 32;

  private VectorSegment() {}

  /// @param hashes SHA-256 of the texts, hexadecimal
  /// @param vectors `[texts][dimension]`
  static void write(Path file, List<String> hashes, float[][] vectors) {
    int dimension = vectors.length == 0 ? 0 : vectors[0].length;
    int length = HEADER + vectors.length * (HASH + dimension * Float.BYTES);
    var buffer = ByteBuffer.allocate(length + Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    buffer.putInt(MAGIC).putInt(VERSION).putInt(dimension).putInt(vectors.length);
    hashes.forEach(hash -> buffer.put(HexFormat.of().parseHex(hash)));
    for (var vector : vectors) {
      buffer.asFloatBuffer().put(vector);
      buffer.position(buffer.position() + dimension * Float.BYTES);
    }
    buffer.putInt(checksum(buffer.array(), length));
    AtomicFile.write(file, out -> out.write(buffer.array()));
  }

  /// Puts the vectors of the file in place of [#NONE] where their hash is a key of `wanted`.
  ///
  /// @return whether the file is whole and of this dimension
  static boolean read(Path file, int dimension, Map<String, float[]> wanted) throws IOException {
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
    for (int i = 0; i < count; i++) {
      int at = HEADER + i * HASH;
      var hash = HexFormat.of().formatHex(bytes, at, at + HASH);
      if (wanted.get(hash) == NONE) {
        var vector = new float[dimension];
        int from = vectors + i * dimension * Float.BYTES;
        buffer
            .slice(from, dimension * Float.BYTES)
            .order(ByteOrder.LITTLE_ENDIAN)
            .asFloatBuffer()
            .get(vector);
        wanted.put(hash, vector);
      }
    }
    return true;
  }

  private static int checksum(byte[] bytes, int length) {
    var crc = new CRC32C();
    crc.update(bytes, 0, length);
    return (int) crc.getValue();
  }
}
