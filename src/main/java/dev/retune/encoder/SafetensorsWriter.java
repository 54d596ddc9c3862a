package dev.retune.encoder;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;

/// Writes float32 tensors as safetensors, the same bytes for the same tensors.
final class SafetensorsWriter {
  private SafetensorsWriter() {}

  static void write(OutputStream out, SortedMap<String, ? extends TensorSource> tensors)
      throws IOException {
    var header = header(tensors);
    out.write(ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(header.length).array());
    out.write(header);
    var chunk = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);
    for (var tensor : tensors.values()) {
      var data = tensor.data();
      for (int from = 0; from < data.length; from += chunk.capacity() / 4) {
        var count = Math.min(chunk.capacity() / 4, data.length - from);
        chunk.asFloatBuffer().put(data, from, count);
        out.write(chunk.array(), 0, 4 * count);
      }
    }
  }

  private static byte[] header(Map<String, ? extends TensorSource> tensors) {
    var json = JsonNodeFactory.instance.objectNode();
    // transformers refuses files that do not name the framework they are for.
    json.putObject("__metadata__").put("format", "pt");
    long offset = 0;
    for (var tensor : tensors.entrySet()) {
      var entry = json.putObject(tensor.getKey()).put("dtype", "F32");
      var shape = entry.putArray("shape");
      long size = Float.BYTES;
      for (var side : tensor.getValue().shape()) {
        shape.add(side);
        size *= side;
      }
      var end = offset + size;
      entry.putArray("data_offsets").add(offset).add(end);
      offset = end;
    }
    var text = json.toString();
    // Spaces bring the numbers to a multiple of eight bytes, which lets readers map them.
    var bytes = text.getBytes(StandardCharsets.UTF_8).length;
    return (text + " ".repeat((8 - bytes % 8) % 8)).getBytes(StandardCharsets.UTF_8);
  }
}
