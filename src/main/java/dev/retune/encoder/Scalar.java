package dev.retune.encoder;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

/// Numbers as arrays in PyTorch's own memory.
///
/// DJL's operations with a Java number put it into memory of the JVM and let that go at once,
/// although PyTorch reads the number again on the way back: should the JVM collect garbage in
/// between, gradients are multiplied by whatever stands there then.
public final class Scalar {
  private Scalar() {}

  /// @param beside what the number is computed with: it has its type and its owner
  /// @return of no dimensions
  public static NDArray of(double number, NDArray beside) {
    return beside.getManager().full(new Shape(), (float) number, beside.getDataType());
  }
}
