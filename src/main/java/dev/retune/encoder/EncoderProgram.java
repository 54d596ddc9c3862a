package dev.retune.encoder;

import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.JniUtils;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// The TorchScript function `encoder.torchscript`, packed into the archive PyTorch loads.
///
/// Such an archive is an uncompressed zip; a module without weights needs only its code and a
/// dozen pickle bytes, so no Python is needed to make one.
final class EncoderProgram {
  private static final String SOURCE = "encoder.torchscript";

  /// `Encoder` with the attribute `training = False`, in pickle protocol 2.
  private static final String PICKLED_MODULE =
      "\u0080\u0002c__torch__\nEncoder\nq\u0000)\u0081}(X\b\u0000\u0000\u0000trainingq\u0001\u0089ubq\u0002.";

  /// An empty tuple, in pickle protocol 2.
  private static final String PICKLED_NOTHING = "\u0080\u0002).";

  /// The newest archive version that PyTorch 2 knows; older ones would be rewritten while loading.
  private static final String VERSION = "10\n";

  private EncoderProgram() {}

  /// Loads the program onto the device of `manager`, which owns it.
  static PtSymbolBlock load(NDManager manager) {
    try {
      return JniUtils.loadModule(
          (PtNDManager) manager, new ByteArrayInputStream(archive()), false, false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] archive() throws IOException {
    var files = new TreeMap<String, byte[]>();
    files.put("code/__torch__.py", source());
    files.put("data.pkl", PICKLED_MODULE.getBytes(StandardCharsets.ISO_8859_1));
    files.put("constants.pkl", PICKLED_NOTHING.getBytes(StandardCharsets.ISO_8859_1));
    files.put("version", VERSION.getBytes(StandardCharsets.US_ASCII));
    files.put("byteorder", "little".getBytes(StandardCharsets.US_ASCII));
    return zip(files);
  }

  private static byte[] source() throws IOException {
    try (var in = EncoderProgram.class.getResourceAsStream(SOURCE)) {
      if (in == null) {
        throw new IllegalStateException(SOURCE + " is missing from the program");
      }
      return in.readAllBytes();
    }
  }

  private static byte[] zip(Map<String, byte[]> files) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      zip.setMethod(ZipOutputStream.STORED);
      for (var file : files.entrySet()) {
        var entry = new ZipEntry("encoder/" + file.getKey());
        var crc = new CRC32();
        crc.update(file.getValue());
        entry.setCrc(crc.getValue());
        entry.setSize(file.getValue().length);
        zip.putNextEntry(entry);
        zip.write(file.getValue());
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }
}
