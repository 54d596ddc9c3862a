package dev.retune.training;

/// What of the base model is trained.
public enum Method {
  /// The encoder's own weights.
  FULL,
  /// Low-rank updates beside them; see [dev.retune.encoder.LoraConfig].
  LORA,
  /// A matrix over the vectors that the base model gives; see
  /// [dev.retune.training.adapter.LinearAdapter].
  LINEAR_ADAPTER,
  /// Two layers over them; see [dev.retune.training.adapter.TwoLayerAdapter].
  TWO_LAYER_ADAPTER;

  /// Whether the encoder itself stays as it is.
  public boolean adapts() {
    return switch (this) {
      case FULL, LORA -> false;
      case LINEAR_ADAPTER, TWO_LAYER_ADAPTER -> true;
    };
  }
}
