package dev.retune.training;

/// Whether a step keeps only what each layer was given, and computes the layers once more on the
/// way back: the same results in a fraction of the memory, for about a third more time.
public enum GradientCheckpointing {
  /// Where a single text takes more memory than there is.
  AUTO,
  ON,
  OFF
}
