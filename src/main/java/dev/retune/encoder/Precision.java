package dev.retune.encoder;

/// In which numbers the matrix products of an encoder are computed. Weights, norms, softmax and
/// what comes out are float32 in each.
public enum Precision {
  /// [#BF16] where the processor has instructions for it, else [#FP32].
  AUTO,
  /// Exact to the last digit that float32 has.
  FP32,
  /// bfloat16: about one and a half times faster where the processor knows it, vectors the same to
  /// two or three digits.
  BF16;

  /// Whether this means bfloat16 on this machine.
  public boolean bf16() {
    return this == BF16 || (this == AUTO && Processor.fastBfloat16());
  }
}
