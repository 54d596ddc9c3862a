package dev.retune.training;

/// What of the base model is trained.
public enum Method {
  /// Every weight.
  FULL
}
