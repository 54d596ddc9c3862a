package dev.retune.training.adapter;

import dev.retune.encoder.FloatTensor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Writes `pytorch_model.bin`: a state dictionary of float32 tensors as `torch.save` does, an
/// uncompressed zip of a pickle and one file of numbers for each tensor. The pickle names nothing
/// that `torch.load(weights_only=True)` refuses. Such files are only written here, never read.
final class TorchState {
  private static final String FOLDER = "pytorch_model/";

  private TorchState() {}

  /// @param tensors in the order in which they are to stand
  static void write(OutputStream out, Map<String, FloatTensor> tensors) throws IOException {
    var zip = new ZipOutputStream(out);
    zip.setMethod(ZipOutputStream.STORED);
    entry(zip, "data.pkl", pickle(tensors));
    entry(zip, "byteorder", "little".getBytes(StandardCharsets.US_ASCII));
    var key = 0;
    for (var tensor : tensors.values()) {
      entry(zip, "data/" + key, numbers(tensor));
      key++;
    }
    entry(zip, "version", "3\n".getBytes(StandardCharsets.US_ASCII));
    zip.finish();
  }

  private static void entry(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    var entry = new ZipEntry(FOLDER + name);
    var crc = new CRC32();
    crc.update(bytes);
    entry.setCrc(crc.getValue());
    entry.setSize(bytes.length);
    zip.putNextEntry(entry);
    zip.write(bytes);
    zip.closeEntry();
  }

  private static byte[] numbers(FloatTensor tensor) {
    var buffer =
        ByteBuffer.allocate(Float.BYTES * tensor.data().length).order(ByteOrder.LITTLE_ENDIAN);
    buffer.asFloatBuffer().put(tensor.data());
    return buffer.array();
  }

  /// Protocol 2; the opcodes are those of Python's `pickletools`.
  private static byte[] pickle(Map<String, FloatTensor> tensors) {
    var pickle = new Pickle();
    pickle.raw("\u0080\u0002").emptyDictionary().raw("(");
    var key = 0;
    for (var tensor : tensors.entrySet()) {
      var shape = tensor.getValue().shape();
      pickle.text(tensor.getKey()).raw("ctorch._utils\n_rebuild_tensor_v2\n(");
      pickle.raw("(").text("storage").raw("ctorch\nFloatStorage\n").text(Integer.toString(key));
      pickle.text("cpu").number(tensor.getValue().data().length).raw("tQ");
      pickle.number(0).tuple(shape).tuple(strides(shape));
      pickle.raw("\u0089").emptyDictionary().raw("tR");
      key++;
    }
    return pickle.raw("u.").bytes.toByteArray();
  }

  private static long[] strides(long[] shape) {
    var strides = new long[shape.length];
    long stride = 1;
    for (var i = shape.length - 1; i >= 0; i--) {
      strides[i] = stride;
      stride *= shape[i];
    }
    return strides;
  }

  private static final class Pickle {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    Pickle raw(String opcodes) {
      bytes.writeBytes(opcodes.getBytes(StandardCharsets.ISO_8859_1));
      return this;
    }

    Pickle emptyDictionary() {
      return raw("ccollections\nOrderedDict\n)R");
    }

    Pickle text(String text) {
      var utf8 = text.getBytes(StandardCharsets.UTF_8);
      raw("X").little(utf8.length);
      bytes.writeBytes(utf8);
      return this;
    }

    Pickle number(long number) {
      return raw("J").little(Math.toIntExact(number));
    }

    Pickle tuple(long[] numbers) {
      raw("(");
      for (var number : numbers) {
        number(number);
      }
      return raw("t");
    }

    private Pickle little(int number) {
      bytes.writeBytes(
          ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN).putInt(number).array());
      return this;
    }
  }
}
