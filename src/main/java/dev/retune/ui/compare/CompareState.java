package dev.retune.ui.compare;

/// What the comparison shows.
enum CompareState {
  /// Looking for models.
  LOADING,
  /// No tuned model yet: first use.
  NO_TUNED,
  /// Making the models ready.
  OPENING,
  /// Making ready was stopped by the person.
  STOPPED,
  READY,
  FAILED
}
