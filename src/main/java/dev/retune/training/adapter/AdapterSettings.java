package dev.retune.training.adapter;

/// How an adapter over vectors is made.
///
/// @param side whose vectors go through it
/// @param hidden width between the layers; with two layers only
/// @param dimension of the vectors that come out, which begin as the first numbers of those that go
///   in; 0: as the base model's. Another than the base model's needs [AdapterSide#BOTH]
/// @param bias whether the layers have biases
public record AdapterSettings(AdapterSide side, int hidden, int dimension, boolean bias) {

  /// For both sides, which learns most from few questions, of the base model's dimension.
  public static final AdapterSettings DEFAULT =
      new AdapterSettings(AdapterSide.BOTH, 1024, 0, true);
}
