package dev.retune.encoder;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Locale;

/// In which numbers the matrix products of an encoder are computed. Weights, norms, softmax and
/// what comes out are float32 in each.
public enum Precision {
  /// [#BF16] where timing a few batches shows it to be faster, else [#FP32].
  AUTO,
  /// Exact to the last digit that float32 has.
  FP32,
  /// bfloat16: about one and a half times faster where the processor knows it, vectors the same to
  /// two or three digits.
  BF16,
  /// float16, on graphics cards alone: a digit more than bfloat16 in a narrow range, so that
  /// training scales its loss.
  FP16;

  /// Reads a name; `true` and `false` are how older run files say [#BF16] and [#FP32].
  ///
  /// @throws IllegalArgumentException if there is no such precision
  @JsonCreator
  static Precision read(Object value) {
    return switch (value) {
      case Boolean bf16 -> bf16 ? BF16 : FP32;
      default -> valueOf(value.toString().toUpperCase(Locale.ROOT));
    };
  }
}
