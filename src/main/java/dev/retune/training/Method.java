package dev.retune.training;

/// What of the base model is trained.
public enum Method {
  /// The encoder's own weights.
  FULL,
  /// Low-rank updates beside them; see [dev.retune.encoder.LoraConfig].
  LORA
}
