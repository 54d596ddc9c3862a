package dev.retune.training;

/// Randomness without state: every number is a function of the run's seed and of what it is for, so
/// that a resumed run draws exactly what the uninterrupted one would have drawn.
///
/// The mixing function is the finaliser of SplitMix64 (Steele, Lea, Flood: Fast splittable
/// pseudorandom number generators, OOPSLA 2014).
final class Derived {
  private Derived() {}

  /// What a number is for; keeps the streams apart.
  enum Purpose {
    SHUFFLE,
    DROPOUT,
    INITIAL_WEIGHTS,
    MIXTURE,
    NEGATIVES
  }

  /// A seed for one forward pass.
  static long seed(long runSeed, Purpose purpose, long step, long microBatch) {
    var mixed = mix(runSeed + GOLDEN * (purpose.ordinal() + 1));
    mixed = mix(mixed + GOLDEN * (step + 1));
    return mix(mixed + GOLDEN * (microBatch + 1));
  }

  /// The numbers 0 to `count` − 1 in the order of `epoch` (Fisher and Yates).
  static int[] permutation(long runSeed, long epoch, int count) {
    var order = new int[count];
    for (var i = 0; i < count; i++) {
      order[i] = i;
    }
    for (var i = count - 1; i > 0; i--) {
      // The remainder's bias is below 2^-32 for any list that fits in memory.
      var j = (int) Long.remainderUnsigned(seed(runSeed, Purpose.SHUFFLE, epoch, i), i + 1L);
      var held = order[i];
      order[i] = order[j];
      order[j] = held;
    }
    return order;
  }

  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  static long mix(long z) {
    var a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    var b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
    return b ^ (b >>> 31);
  }
}
