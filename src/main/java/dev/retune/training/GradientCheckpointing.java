package dev.retune.training;

/// Whether a step keeps only what each layer was given, and computes the layers once more on the
/// way back: the same results in a fraction of the memory, for about a third more time.
public enum GradientCheckpointing {
  /// Where a single text takes more memory than there is.
  AUTO,
  ON,
  OFF;

  /// @param alone tokens of the longest text that passes through the model by itself
  /// @param room tokens that there is memory for
  boolean layerwise(double alone, double room) {
    return switch (this) {
      case AUTO -> alone > room;
      case ON -> true;
      case OFF -> false;
    };
  }
}
