package dev.retune.encoder;

import dev.retune.file.AtomicFile;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/// Whole safetensors files of float32 tensors.
public final class Safetensors {
  private Safetensors() {}

  /// Replaces `file`, whole or not at all; the same bytes for the same tensors, whose numbers are
  /// asked for one tensor after the other.
  ///
  /// @throws dev.retune.text.ProblemException if it cannot be written
  public static void write(Path file, Map<String, ? extends TensorSource> tensors) {
    AtomicFile.write(file, out -> SafetensorsWriter.write(out, new TreeMap<>(tensors)));
  }

  /// All tensors by name.
  ///
  /// @throws dev.retune.text.ProblemException if the file cannot be read or is damaged
  public static Map<String, FloatTensor> read(Path file) {
    var opened = SafetensorsFile.open(file);
    var tensors = new TreeMap<String, FloatTensor>();
    opened.tensors().keySet().forEach(name -> tensors.put(name, opened.read(name)));
    return tensors;
  }

  /// All tensors by name, whose numbers are read from the file when they are asked for.
  ///
  /// @throws dev.retune.text.ProblemException if the file cannot be read or is damaged
  public static Map<String, TensorSource> sources(Path file) {
    var opened = SafetensorsFile.open(file);
    var tensors = new TreeMap<String, TensorSource>();
    opened.tensors().forEach((name, entry) -> tensors.put(name, source(opened, name, entry)));
    return tensors;
  }

  private static TensorSource source(
      SafetensorsFile file, String name, SafetensorsHeader.Entry entry) {
    return new TensorSource() {
      @Override
      public long[] shape() {
        return entry.dimensions();
      }

      @Override
      public float[] data() {
        return file.read(name).data();
      }
    };
  }
}
