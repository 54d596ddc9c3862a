package dev.retune.document.table;

/// A word of a page.
///
/// @param start first character in the page's raw text
/// @param end one past the last
/// @param left edge in points as shown, from the page's left
/// @param top edge in points as shown, from the page's top
/// @param size of the font in points
public record Word(
    int start, int end, String text, float left, float top, float right, float bottom, float size) {

  float middle() {
    return (left + right) / 2;
  }

  float centre() {
    return (top + bottom) / 2;
  }

  float height() {
    return bottom - top;
  }
}
