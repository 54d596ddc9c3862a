package dev.retune.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Where and how a line is set.
///
/// @param box around its glyphs
/// @param size of most of its letters, in points
/// @param bold whether most of its letters are
/// @param turn the direction in which it reads on the page as shown, in degrees against the clock:
///   0 from left to right, 90 upwards
/// @param tabular whether its words stand apart as in the row of a table
/// @param words places of its words, in the order of the raw text
record LineLayout(Box box, float size, boolean bold, int turn, boolean tabular, Words words) {

  /// Whether it reads from left to right.
  boolean upright() {
    return turn == 0;
  }

  float left() {
    return box.x();
  }

  float right() {
    return box.right();
  }

  float top() {
    return box.y();
  }

  float bottom() {
    return box.bottom();
  }

  /// Where raw characters `start` to `end` stand, within a word by proportion: one box, or several
  /// where words of the line stand at different heights, as in the row of a table.
  List<Box> parts(int start, int end) {
    var parts = new ArrayList<Box>();
    for (int i = 0; i < words.count(); i++) {
      int from = Math.max(start, words.starts()[i]);
      int to = Math.min(end, words.ends()[i]);
      if (from >= to) {
        continue;
      }
      var word =
          upright()
              ? words.boxes()[i].share(words.share(i, from), words.share(i, to))
              : words.boxes()[i];
      if (!parts.isEmpty() && level(parts.getLast(), word)) {
        parts.add(parts.removeLast().union(word));
      } else {
        parts.add(word);
      }
    }
    return parts.isEmpty() ? List.of(box) : parts;
  }

  /// The same for text so many characters further on.
  LineLayout moved(int by) {
    var there =
        new Words(
            Arrays.stream(words.starts()).map(at -> at + by).toArray(),
            Arrays.stream(words.ends()).map(at -> at + by).toArray(),
            words.boxes());
    return new LineLayout(box, size, bold, turn, tabular, there);
  }

  /// Whether two words stand side by side, as they do on a line that is not upright whatever their
  /// places.
  private boolean level(Box before, Box word) {
    return !upright()
        || Math.abs(before.y() - word.y()) + Math.abs(before.bottom() - word.bottom())
            < Math.max(before.height(), word.height()) / 2;
  }

  /// Words of a line.
  ///
  /// @param starts first character of each in the page's raw text
  /// @param ends one past the last
  /// @param boxes around each
  @SuppressWarnings("ArrayRecordComponent") // thousands a page, never compared
  record Words(int[] starts, int[] ends, Box[] boxes) {
    int count() {
      return starts.length;
    }

    private float share(int i, int at) {
      return (float) (at - starts[i]) / (ends[i] - starts[i]);
    }
  }
}
