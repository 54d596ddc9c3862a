package dev.retune.training.preflight;

/// How much a finding matters.
public enum Severity {
  /// Worth knowing.
  NOTE,
  /// The training can run, but its result or its figures will suffer.
  WARNING,
  /// The training would be refused.
  BLOCKING
}
