package dev.retune.encoder;

import dev.retune.encoder.SafetensorsHeader.Entry;
import dev.retune.file.Reason;
import dev.retune.text.Problem;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.util.Map;

/// A safetensors file: names, shapes and numbers, nothing that could run.
///
/// Format: <https://github.com/huggingface/safetensors#format>.
final class SafetensorsFile {
  private static final ValueLayout.OfFloat FLOAT =
      ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfDouble DOUBLE =
      ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfShort SHORT =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private final Path file;
  private final SafetensorsHeader header;

  private SafetensorsFile(Path file, SafetensorsHeader header) {
    this.file = file;
    this.header = header;
  }

  /// Reads and checks the header.
  ///
  /// @throws dev.retune.text.ProblemException if the file cannot be read or is damaged
  static SafetensorsFile open(Path file) {
    try (var channel = FileChannel.open(file)) {
      var length = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
      readFully(file, channel, length, 0);
      var size = length.getLong(0);
      if (size < 2 || size > SafetensorsHeader.MAX_LENGTH || size > channel.size() - 8) {
        throw SafetensorsHeader.damaged(file, "start");
      }
      var json = ByteBuffer.allocate((int) size);
      readFully(file, channel, json, 8);
      return new SafetensorsFile(file, SafetensorsHeader.parse(file, json.array(), channel.size()));
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  Map<String, Entry> tensors() {
    return header.tensors();
  }

  /// Reads one tensor as float32, whatever floating-point type it is stored in.
  ///
  /// @throws IllegalArgumentException if there is none of that name
  FloatTensor read(String name) {
    var entry = header.tensors().get(name);
    if (entry == null) {
      throw new IllegalArgumentException(name);
    }
    try (var channel = FileChannel.open(file);
        var arena = Arena.ofConfined()) {
      var bytes =
          channel.map(
              MapMode.READ_ONLY,
              header.dataStart() + entry.begin(),
              entry.end() - entry.begin(),
              arena);
      return new FloatTensor(entry.dimensions(), floats(bytes, entry));
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private float[] floats(MemorySegment bytes, Entry entry) {
    var count = Math.toIntExact(bytes.byteSize() / Math.max(1, entry.type().bytes));
    var numbers = new float[count];
    switch (entry.type()) {
      case F32 -> MemorySegment.copy(bytes, FLOAT, 0, numbers, 0, count);
      case F64 -> {
        for (int i = 0; i < count; i++) {
          numbers[i] = (float) bytes.getAtIndex(DOUBLE, i);
        }
      }
      case F16 -> {
        for (int i = 0; i < count; i++) {
          numbers[i] = Float.float16ToFloat(bytes.getAtIndex(SHORT, i));
        }
      }
      case BF16 -> {
        for (int i = 0; i < count; i++) {
          numbers[i] = Float.intBitsToFloat(bytes.getAtIndex(SHORT, i) << 16);
        }
      }
      case OTHER -> throw SafetensorsHeader.damaged(file, "type");
    }
    return numbers;
  }

  private static void readFully(Path file, FileChannel channel, ByteBuffer into, long position)
      throws IOException {
    while (into.hasRemaining()) {
      if (channel.read(into, position + into.position()) < 0) {
        throw SafetensorsHeader.damaged(file, "start");
      }
    }
  }

  private static RuntimeException unreadable(Path file, IOException e) {
    return Problem.of(SafetensorsFile.class, "read", file, Reason.of(e)).exception(e);
  }
}
