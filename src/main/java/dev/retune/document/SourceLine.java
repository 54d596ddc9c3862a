package dev.retune.document;

import org.jspecify.annotations.Nullable;

/// A line of a page as the reader gave it.
///
/// @param start first character in the page's raw text
/// @param end one past the last, without the line end
/// @param layout where and how it is set; null in formats without pages
/// @param opens whether a paragraph begins with it; null where the reader does not know
record SourceLine(int start, int end, @Nullable LineLayout layout, @Nullable Boolean opens) {

  SourceLine(int start, int end, @Nullable LineLayout layout) {
    this(start, end, layout, null);
  }

  /// The same line so many characters further on.
  SourceLine moved(int by) {
    return new SourceLine(start + by, end + by, layout == null ? null : layout.moved(by), opens);
  }
}
