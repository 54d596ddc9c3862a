package dev.retune.pair;

/// Where a question came from. It is shown with the pair and never changes, so nobody mistakes a
/// machine's question for a reader's.
public enum Origin {
  /// Made from the passage by rules, without a language model.
  BUILT_IN,
  /// Written by a language model.
  LLM,
  /// Typed by a person.
  PERSON,
  /// Read from a file.
  IMPORTED
}
