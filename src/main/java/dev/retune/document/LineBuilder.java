package dev.retune.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Collects the words of a line.
final class LineBuilder {
  /// Words further apart than this share of the font size stand in different columns of a table:
  /// the spaces of justified text stay below.
  private static final float COLUMN_GAP = 1.5f;

  private final int start;
  private final List<PlacedWord> words = new ArrayList<>();

  LineBuilder(int start) {
    this.start = start;
  }

  int start() {
    return start;
  }

  void add(PlacedWord word) {
    words.add(word);
  }

  SourceLine build(CharSequence text, int end) {
    if (words.isEmpty()) {
      return new SourceLine(start, end, null);
    }
    float left = Float.MAX_VALUE;
    float top = Float.MAX_VALUE;
    float right = -Float.MAX_VALUE;
    float bottom = -Float.MAX_VALUE;
    int bold = 0;
    var turns = new HashMap<Integer, Integer>();
    int all = 0;
    for (var word : words) {
      var box = word.box();
      left = Math.min(left, box.x());
      top = Math.min(top, box.y());
      right = Math.max(right, box.x() + box.width());
      bottom = Math.max(bottom, box.y() + box.height());
      int length = word.end() - word.start();
      all += length;
      bold += word.bold() ? length : 0;
      turns.merge(word.turn(), length, Integer::sum);
    }
    return new SourceLine(
        start,
        end,
        new LineLayout(
            new Box(left, top, right - left, bottom - top),
            size(all),
            bold * 10 >= all * 7,
            turn(turns, all),
            tabular(text),
            places()));
  }

  /// Upright if most letters are, else as most others are.
  private static int turn(Map<Integer, Integer> turns, int all) {
    int upright = Objects.requireNonNullElse(turns.remove(0), 0);
    return upright * 2 > all
        ? 0
        : turns.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
  }

  /// The size most letters have; footnote marks and initials do not count.
  private float size(int all) {
    var bySize = words.stream().sorted((a, b) -> Float.compare(a.size(), b.size())).toList();
    int seen = 0;
    for (var word : bySize) {
      seen += word.end() - word.start();
      if (seen * 2 >= all) {
        return word.size();
      }
    }
    return bySize.getLast().size();
  }

  private boolean tabular(CharSequence text) {
    for (int i = 1; i < words.size(); i++) {
      var before = words.get(i - 1);
      var word = words.get(i);
      float gap = word.box().x() - before.box().x() - before.box().width();
      var lead = text.subSequence(words.getFirst().start(), before.end());
      if (before.turn() == 0 && gap > COLUMN_GAP * word.size() && !Numbering.isMark(lead)) {
        return true;
      }
    }
    return false;
  }

  private LineLayout.Words places() {
    int n = words.size();
    var places = new LineLayout.Words(new int[n], new int[n], new Box[n]);
    for (int i = 0; i < n; i++) {
      var word = words.get(i);
      places.starts()[i] = word.start();
      places.ends()[i] = word.end();
      places.boxes()[i] = word.box();
    }
    return places;
  }
}
