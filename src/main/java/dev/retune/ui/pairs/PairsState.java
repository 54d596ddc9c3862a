package dev.retune.ui.pairs;

/// What the pairs screen shows in place of, or as, its content.
enum PairsState {
  /// Reading the pairs.
  LOADING,
  /// The project has no passages, so there is nothing to ask about.
  NO_PASSAGES,
  /// No pair yet: first use.
  NO_PAIRS,
  /// All pairs were taken out; undo brings them back.
  CLEARED,
  /// There are pairs, but the filter lets none through.
  NO_MATCH,
  FULL,
  /// The pairs could not be read.
  FAILED
}
