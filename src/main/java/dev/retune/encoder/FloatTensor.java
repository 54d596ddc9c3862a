package dev.retune.encoder;

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

  /// The numbers themselves, not a copy.
  @Override
  public float[] data() {
    return data;
  }
}
