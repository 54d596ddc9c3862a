package dev.retune.document;

/// Tells where a paragraph ends.
interface LineBreaks {
  /// Whether `line` begins a new paragraph or table row after `before`, rather than going on.
  boolean between(SourcePage page, SourceLine before, SourceLine line);
}
