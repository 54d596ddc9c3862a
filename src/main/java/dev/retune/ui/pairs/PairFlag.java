package dev.retune.ui.pairs;

/// Something about a pair that deserves a look.
enum PairFlag {
  /// The same question is asked about another passage.
  DUPLICATE,
  /// The question hardly says more than words copied from the passage in a row.
  COPIED,
  /// Too few words to be understood without the passage.
  SHORT,
  /// Accepted, but in no split, so it is not used.
  UNSPLIT
}
