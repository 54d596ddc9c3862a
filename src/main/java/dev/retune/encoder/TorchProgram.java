package dev.retune.encoder;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValueUtils;
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

/// TorchScript functions written as text in this program's resources, packed into the archive that
/// PyTorch loads.
///
/// Such an archive is an uncompressed zip; a module without weights needs only its code and a dozen
/// pickle bytes, so no Python is needed to make one. The text must be in the form in which PyTorch
/// itself serialises code. Consecutive inputs with one name that ends in `[]` reach the function as
/// one list.
public final class TorchProgram implements AutoCloseable {
  /// An empty tuple, in pickle protocol 2.
  private static final String PICKLED_NOTHING = "\u0080\u0002).";

  /// The newest archive version that PyTorch 2 knows; older ones would be rewritten while loading.
  private static final String VERSION = "10\n";

  private final PtSymbolBlock block;

  private TorchProgram(PtSymbolBlock block) {
    this.block = block;
  }

  /// Loads a program onto the device of `manager`.
  ///
  /// @param owner the class beside which the text stands
  /// @param module name of the class in the text
  /// @param resources names of the texts, which follow each other
  public static TorchProgram load(
      NDManager manager, Class<?> owner, String module, String... resources) {
    try {
      var archive = archive(owner, module, resources);
      return new TorchProgram(
          JniUtils.loadModule(
              (PtNDManager) manager, new ByteArrayInputStream(archive), false, false));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Calls `forward`.
  ///
  /// @param differentiable whether what is computed is recorded for gradients
  /// @return owned by the manager of the inputs
  public NDList forward(NDList inputs, boolean differentiable) {
    // The graph optimiser would replace parts of the program after its first runs, and with them
    // the random numbers that dropout draws. It is a setting of the thread.
    JniUtils.setGraphExecutorOptimize(false);
    return IValueUtils.forward(block, inputs, differentiable);
  }

  /// Calls another method, without recording anything for gradients; inputs may be changed in
  /// place.
  ///
  /// @return owned by `scope`
  public NDList call(NDManager scope, String method, NDList inputs) {
    // How DJL is told the method: an input of this name, which itself is not passed on.
    try (var selector = scope.create(0f)) {
      selector.setName("module_method:" + method);
      var all = new NDList(inputs.size() + 1);
      all.add(selector);
      all.addAll(inputs);
      var result = forward(all, false);
      result.attach(scope);
      return result;
    }
  }

  @Override
  public void close() {
    block.close();
  }

  private static byte[] archive(Class<?> owner, String module, String... resources)
      throws IOException {
    var source = new ByteArrayOutputStream();
    for (var resource : resources) {
      source.write(source(owner, resource));
    }
    var files = new TreeMap<String, byte[]>();
    files.put("code/__torch__.py", source.toByteArray());
    files.put("data.pkl", pickled(module));
    files.put("constants.pkl", PICKLED_NOTHING.getBytes(StandardCharsets.ISO_8859_1));
    files.put("version", VERSION.getBytes(StandardCharsets.US_ASCII));
    files.put("byteorder", "little".getBytes(StandardCharsets.US_ASCII));
    return zip(files);
  }

  /// An object of the class `__torch__.<name>` with the attribute `training = False`, in pickle
  /// protocol 2.
  private static byte[] pickled(String name) {
    var reference = "\u0080\u0002c__torch__\n" + name + "\n";
    var state = "q\u0000)\u0081}(X\b\u0000\u0000\u0000trainingq\u0001\u0089ubq\u0002.";
    return (reference + state).getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] source(Class<?> owner, String resource) throws IOException {
    try (var in = owner.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is missing from the program");
      }
      return in.readAllBytes();
    }
  }

  private static byte[] zip(Map<String, byte[]> files) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      zip.setMethod(ZipOutputStream.STORED);
      for (var file : files.entrySet()) {
        var entry = new ZipEntry("program/" + file.getKey());
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
