package dev.retune.pair;

/// What stays together when pairs are split.
public enum SplitMethod {
  /// Whole documents.
  BY_DOCUMENT,
  /// Stretches of neighbouring pages of a document.
  BY_PAGE_RANGE,
  /// Passages drawn by a fixed seed.
  RANDOM
}
