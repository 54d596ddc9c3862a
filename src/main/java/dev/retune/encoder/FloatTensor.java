package dev.retune.encoder;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// Numbers with a shape, row by row, in Java's memory.
public final class FloatTensor implements TensorSource {
  private final long[] shape;
  private final float[] data;

  /// @throws IllegalArgumentException if `data` does not fill `shape`
  public FloatTensor(long[] shape, float[] data) {
    long size = 1;
    for (var side : shape) {
      size = Math.multiplyExact(size, side);
    }
    if (size != data.length) {
      throw new IllegalArgumentException(data.length + " numbers for a shape of " + size);
    }
    this.shape = shape.clone();
    this.data = data;
  }

  @Override
  public long[] shape() {
    return shape.clone();
  }

  /// Whether no number is infinite or none at all.
  boolean finite() {
    for (var value : data) {
      if (!Float.isFinite(value)) {
        return false;
      }
    }
    return true;
  }

  /// A copy in PyTorch's own memory: its kernels choose their order of summation by where an array
  /// begins, and memory of the JVM begins anywhere and stays until garbage is collected.
  ///
  /// @param manager owns it
  public NDArray in(NDManager manager) {
    try (var arena = Arena.ofConfined()) {
      var memory = arena.allocate((long) Float.BYTES * data.length);
      MemorySegment.copy(data, 0, memory, ValueLayout.JAVA_FLOAT, 0, data.length);
      try (var given = manager.create(memory.asByteBuffer(), new Shape(shape), DataType.FLOAT32)) {
        return given.duplicate();
      }
    }
  }

  /// The numbers of an array as they are now.
  public static FloatTensor of(NDArray array) {
    if (!array.getDevice().isGpu()) {
      return read(array);
    }
    // DJL keeps what it copies from a card for as long as the manager of the array is open.
    try (var scope = array.getManager().newSubManager()) {
      var brief = array.duplicate();
      brief.attach(scope);
      return read(brief);
    }
  }

  private static FloatTensor read(NDArray array) {
    var numbers = new float[Math.toIntExact(array.size())];
    // Read where they lie if that is possible.
    array.toByteBuffer(true).asFloatBuffer().get(numbers);
    return new FloatTensor(array.getShape().getShape(), numbers);
  }

  /// The numbers themselves, not a copy.
  @Override
  public float[] data() {
    return data;
  }
}
