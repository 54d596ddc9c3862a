package dev.retune.document;

/// By what documents are cut into chunks.
public enum ChunkingMethod {
  /// Whole sentences, as many as fit; a heading begins a new chunk unless the one before is still
  /// small.
  SENTENCES,
  /// One chunk a section, cut between sentences only where it is too long.
  HEADINGS,
  /// One chunk a page, cut between sentences only where it is too long. A sentence that runs on
  /// over the page's end is divided there.
  PAGES,
  /// As many tokens as allowed, cut between words without regard for sentences.
  FIXED,
  /// Cut where neighbouring sentences differ most in meaning, see [SemanticBreaks].
  SEMANTIC
}
