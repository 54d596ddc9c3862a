package dev.retune.ui.support;

/// Part of a text.
///
/// @param start index of the first character (UTF-16)
/// @param end index after the last character
public record Span(int start, int end) {

  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException(start + ".." + end);
    }
  }

  /// The characters of `text` that this names.
  public String of(String text) {
    return text.substring(start, end);
  }
}
