package dev.retune.document;

/// A range of characters.
///
/// @param start first character (UTF-16 index)
/// @param end one past the last
public record Span(int start, int end) {
  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException(start + ".." + end);
    }
  }

  public int length() {
    return end - start;
  }

  public String of(String text) {
    return text.substring(start, end);
  }
}
