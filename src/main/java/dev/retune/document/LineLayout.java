package dev.retune.document;

/// Where and how a line is set.
///
/// @param box around its glyphs
/// @param size of most of its letters, in points
/// @param bold whether most of its letters are
/// @param upright whether it reads from left to right on the page as shown
/// @param tabular whether its words stand apart as in the row of a table
/// @param words places of its words, in the order of the raw text
record LineLayout(
    Box box, float size, boolean bold, boolean upright, boolean tabular, Words words) {

  float left() {
    return box.x();
  }

  float right() {
    return box.x() + box.width();
  }

  float top() {
    return box.y();
  }

  float bottom() {
    return box.y() + box.height();
  }

  /// The part of the box that raw characters `start` to `end` take; within a word by proportion.
  Box part(int start, int end) {
    if (!upright) {
      return box;
    }
    float left = Float.MAX_VALUE;
    float right = -Float.MAX_VALUE;
    for (int i = 0; i < words.count(); i++) {
      int from = Math.max(start, words.starts()[i]);
      int to = Math.min(end, words.ends()[i]);
      if (from < to) {
        left = Math.min(left, words.x(i, from));
        right = Math.max(right, words.x(i, to));
      }
    }
    return left < right ? new Box(left, box.y(), right - left, box.height()) : box;
  }

  /// Words of a line.
  ///
  /// @param starts first character of each in the page's raw text
  /// @param ends one past the last
  /// @param lefts left edges in points
  /// @param rights right edges in points
  @SuppressWarnings("ArrayRecordComponent") // thousands a page, never compared
  record Words(int[] starts, int[] ends, float[] lefts, float[] rights) {
    int count() {
      return starts.length;
    }

    private float x(int i, int at) {
      float share = (float) (at - starts[i]) / (ends[i] - starts[i]);
      return lefts[i] + share * (rights[i] - lefts[i]);
    }
  }
}
