package dev.retune.training;

import ai.djl.ndarray.NDArray;
import dev.retune.encoder.FloatTensor;
import dev.retune.encoder.InPlace;
import dev.retune.encoder.NamedParameter;
import dev.retune.encoder.TensorSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Numbers out of native memory and back, bit by bit.
final class NativeArrays {
  private NativeArrays() {}

  static FloatTensor copy(NDArray array) {
    return FloatTensor.of(array);
  }

  /// A copy of all weights by name.
  static Map<String, FloatTensor> copy(List<NamedParameter> parameters) {
    var weights = new TreeMap<String, FloatTensor>();
    parameters.forEach(parameter -> weights.put(parameter.name(), copy(parameter.value())));
    return weights;
  }

  /// The numbers that `array` has whenever they are asked for: to write many arrays with one of
  /// them in Java's memory at a time.
  static TensorSource source(NDArray array) {
    return new TensorSource() {
      @Override
      public long[] shape() {
        return array.getShape().getShape();
      }

      @Override
      public float[] data() {
        return FloatTensor.of(array).data();
      }
    };
  }

  /// All weights by name, as [#source(NDArray)].
  static Map<String, TensorSource> sources(List<NamedParameter> parameters) {
    var weights = new TreeMap<String, TensorSource>();
    parameters.forEach(parameter -> weights.put(parameter.name(), source(parameter.value())));
    return weights;
  }

  /// Overwrites `array` where it lies: in PyTorch's own memory, whose alignment the order of
  /// summation in its kernels depends on, so that a resumed run computes bit by bit what an
  /// uninterrupted one does.
  ///
  /// @throws IllegalArgumentException if there is no such tensor or it has another shape
  static void fill(NDArray array, @Nullable TensorSource tensor) {
    if (tensor == null || !Arrays.equals(tensor.shape(), array.getShape().getShape())) {
      throw new IllegalArgumentException("no tensor of shape " + array.getShape());
    }
    try (var given = new FloatTensor(tensor.shape(), tensor.data()).in(array.getManager())) {
      InPlace.copy(given, array);
    }
  }

  static void fill(List<NamedParameter> parameters, Map<String, ? extends TensorSource> weights) {
    parameters.forEach(parameter -> fill(parameter.value(), weights.get(parameter.name())));
  }
}
