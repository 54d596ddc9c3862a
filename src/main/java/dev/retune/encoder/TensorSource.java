package dev.retune.encoder;

/// Numbers with a shape, which need not be in Java's memory before somebody asks for them.
public interface TensorSource {
  long[] shape();

  /// The numbers, row by row.
  float[] data();
}
