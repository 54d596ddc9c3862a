package dev.retune.document.table;

import java.util.Collection;

/// A rectangle on a page as it is shown, in points from the top left corner.
public record Area(float left, float top, float right, float bottom) {

  public static Area around(Collection<Word> words) {
    float left = Float.MAX_VALUE;
    float top = Float.MAX_VALUE;
    float right = -Float.MAX_VALUE;
    float bottom = -Float.MAX_VALUE;
    for (var word : words) {
      left = Math.min(left, word.left());
      top = Math.min(top, word.top());
      right = Math.max(right, word.right());
      bottom = Math.max(bottom, word.bottom());
    }
    return new Area(left, top, right, bottom);
  }

  float width() {
    return right - left;
  }

  float height() {
    return bottom - top;
  }

  /// Whether the middle of the word lies in it.
  boolean holds(Word word) {
    return word.middle() >= left
        && word.middle() <= right
        && word.centre() >= top
        && word.centre() <= bottom;
  }

  Area and(Area other) {
    return new Area(
        Math.min(left, other.left),
        Math.min(top, other.top),
        Math.max(right, other.right),
        Math.max(bottom, other.bottom));
  }

  boolean touches(Area other, float within) {
    return left - within <= other.right
        && other.left - within <= right
        && top - within <= other.bottom
        && other.top - within <= bottom;
  }
}
