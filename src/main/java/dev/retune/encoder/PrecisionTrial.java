package dev.retune.encoder;

import ai.djl.Device;
import dev.retune.text.Problem;
import java.util.function.Consumer;

/// Finds out by timing whether bfloat16 is faster than float32 here: processors and cards with
/// instructions for it gain, others lose, and what the instructions promise a busy or virtual
/// machine may not hold.
public final class PrecisionTrial {
  /// A smaller gain is not worth the digits.
  private static final double WORTHWHILE = 1.05;

  private static final int ROUNDS = 2;

  private PrecisionTrial() {}

  /// @param batch computes a few hundred tokens in a precision and waits for the result
  /// @return [Precision#BF16] or [Precision#FP32]
  public static Precision fastest(Device device, Consumer<Precision> batch) {
    if (!device.isGpu() && !Processor.fastBfloat16()) {
      return Precision.FP32;
    }
    // The first batches pay for what is set up once.
    seconds(batch, Precision.FP32);
    seconds(batch, Precision.BF16);
    var exact = Double.MAX_VALUE;
    var rounded = Double.MAX_VALUE;
    for (var round = 0; round < ROUNDS; round++) {
      exact = Math.min(exact, seconds(batch, Precision.FP32));
      rounded = Math.min(rounded, seconds(batch, Precision.BF16));
    }
    return rounded * WORTHWHILE < exact ? Precision.BF16 : Precision.FP32;
  }

  private static double seconds(Consumer<Precision> batch, Precision precision) {
    var begin = System.nanoTime();
    batch.accept(precision);
    return (System.nanoTime() - begin) / 1e9;
  }

  /// Refuses float16 on a processor.
  ///
  /// @throws dev.retune.text.ProblemException if `precision` does not work on `device`
  public static void check(Precision precision, Device device) {
    if (precision == Precision.FP16 && !device.isGpu()) {
      throw Problem.of(PrecisionTrial.class, "precision.fp16").exception();
    }
  }
}
