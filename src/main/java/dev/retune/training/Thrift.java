package dev.retune.training;

/// What a learner does from now on because memory did not suffice.
///
/// @param tokens at most so many pass through the model at once; 0: as the settings say
/// @param layerwise whether only what each layer was given is kept for the way back
record Thrift(int tokens, boolean layerwise) {
  static final Thrift NONE = new Thrift(0, false);
}
