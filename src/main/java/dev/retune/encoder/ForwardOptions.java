package dev.retune.encoder;

/// How a forward pass computes.
///
/// @param hiddenDropout share dropped after embeddings and blocks; 0 for none
/// @param attentionDropout share dropped from attention weights; anything but 0 is slow on a CPU
/// @param seed decides what is dropped: the same seed and batch drop the same
/// @param precision of the matrix products, but not [Precision#AUTO]; weights and result stay
///   float32
/// @param normalize whether the pooled vectors are scaled to length 1
/// @param training whether low-rank updates drop what their shape says, and attention is computed
///   in float32 on a processor, where its way back is faster
public record ForwardOptions(
    double hiddenDropout,
    double attentionDropout,
    long seed,
    Precision precision,
    boolean normalize,
    boolean training) {

  /// Without dropout, in float32.
  public static ForwardOptions inference(boolean normalize) {
    return new ForwardOptions(0, 0, 0, Precision.FP32, normalize, false);
  }
}
