package dev.retune.retrieval;

import dev.retune.file.AtomicFile;
import dev.retune.file.Json;
import dev.retune.file.Reason;
import dev.retune.text.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;

/// NumPy's array file, format 1.0, for two-dimensional little-endian float32 (layout after
/// `numpy.lib.format`).
public final class Npy {
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};
  private static final int ALIGNMENT = 64;
  private static final Pattern HEADER =
      Pattern.compile(
          "\\{'descr': '<f4', 'fortran_order': False, 'shape': \\((\\d{1,9}), (\\d{1,9})\\), \\}"
              + " *\\n");

  private Npy() {}

  /// Writes `rows`.
  ///
  /// @param rows `[rows][columns]`, all of one length
  /// @throws dev.retune.text.ProblemException if it cannot be written
  public static void write(Path file, float[][] rows) {
    int columns = rows.length == 0 ? 0 : rows[0].length;
    AtomicFile.write(
        file,
        out -> {
          out.write(header(rows.length, columns));
          var buffer = ByteBuffer.allocate(columns * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
          for (var row : rows) {
            if (row.length != columns) {
              throw new IllegalArgumentException("rows of " + row.length + " and " + columns);
            }
            buffer.clear();
            buffer.asFloatBuffer().put(row);
            out.write(buffer.array());
          }
        });
  }

  private static byte[] header(int rows, int columns) {
    var text =
        "{'descr': '<f4', 'fortran_order': False, 'shape': (" + rows + ", " + columns + "), }";
    int fixed = MAGIC.length + Short.BYTES;
    int total = (fixed + text.length() + 1 + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    var padded = text + " ".repeat(total - fixed - text.length() - 1) + "\n";
    return ByteBuffer.allocate(total)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(MAGIC)
        .putShort((short) padded.length())
        .put(padded.getBytes(StandardCharsets.US_ASCII))
        .array();
  }

  /// Reads a file that this class or NumPy wrote.
  ///
  /// @return `[rows][columns]`
  /// @throws dev.retune.text.ProblemException if it is not a two-dimensional float32 array
  public static float[][] read(Path file) {
    try (var in = Files.newInputStream(file)) {
      var start = ByteBuffer.wrap(in.readNBytes(MAGIC.length + Short.BYTES));
      var magic = new byte[MAGIC.length];
      if (start.remaining() < MAGIC.length + Short.BYTES) {
        throw notNpy(file).exception();
      }
      start.get(magic);
      int length = Short.toUnsignedInt(start.order(ByteOrder.LITTLE_ENDIAN).getShort());
      var shape = HEADER.matcher(new String(in.readNBytes(length), StandardCharsets.US_ASCII));
      if (!Arrays.equals(magic, MAGIC) || !shape.matches()) {
        throw notNpy(file).exception();
      }
      long rows = Long.parseLong(shape.group(1));
      long columns = Long.parseLong(shape.group(2));
      if (Files.size(file) != start.capacity() + length + rows * columns * Float.BYTES) {
        throw notNpy(file).exception();
      }
      var array = new float[(int) rows][(int) columns];
      for (var row : array) {
        ByteBuffer.wrap(in.readNBytes(row.length * Float.BYTES))
            .order(ByteOrder.LITTLE_ENDIAN)
            .asFloatBuffer()
            .get(row);
      }
      return array;
    } catch (IOException e) {
      throw Problem.of(Json.class, "read", file, Reason.of(e)).exception(e);
    }
  }

  private static Problem notNpy(Path file) {
    return Problem.of(Npy.class, "notNpy", file);
  }
}
