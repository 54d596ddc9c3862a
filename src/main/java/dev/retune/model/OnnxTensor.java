package dev.retune.model;

import dev.retune.encoder.FloatTensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/// A constant of an ONNX graph.
///
/// @param type the number that ONNX gives the element type
/// @param bytes the elements in little-endian order
record OnnxTensor(String name, List<Long> shape, int type, ByteBuffer bytes) {
  static final int FLOAT = 1;
  static final int INT64 = 7;
  static final int FLOAT16 = 10;

  boolean isFloat() {
    return type == FLOAT || type == FLOAT16;
  }

  long[] dimensions() {
    return shape.stream().mapToLong(Long::longValue).toArray();
  }

  long elements() {
    return shape.stream().reduce(1L, Math::multiplyExact);
  }

  /// @throws IllegalStateException if the elements are not floating-point numbers, or not as many
  ///   as the shape says
  FloatTensor floats() {
    var little = bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    int width = type == FLOAT ? Float.BYTES : Short.BYTES;
    if (!isFloat() || little.remaining() != Math.multiplyExact(elements(), width)) {
      throw new IllegalStateException(name);
    }
    var numbers = new float[little.remaining() / width];
    if (type == FLOAT) {
      little.asFloatBuffer().get(numbers);
    } else {
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = Float.float16ToFloat(little.getShort());
      }
    }
    return new FloatTensor(dimensions(), numbers);
  }

  /// The only element as a float.
  float number() {
    return floats().data()[0];
  }

  /// The elements of an INT64 tensor.
  long[] integers() {
    var little = bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN).asLongBuffer();
    var numbers = new long[little.remaining()];
    little.get(numbers);
    return numbers;
  }
}
