package dev.retune.document.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Words on one height of a page, from left to right.
record Row(List<Segment> segments, Area area) {
  /// Words further apart than this share of their size stand in different segments.
  private static final float APART = 1;

  /// Share of the lower height by which words of a row overlap.
  private static final float OVERLAP = .55f;

  static Row of(List<Segment> segments) {
    return new Row(
        List.copyOf(segments),
        segments.stream().map(Segment::area).reduce(Area::and).orElseThrow());
  }

  /// The rows of these words from top to bottom.
  static List<Row> all(List<Word> words) {
    var rows = new ArrayList<List<Word>>();
    var cores = new ArrayList<Word>();
    var sorted = new ArrayList<>(words);
    sorted.sort(Comparator.comparingDouble(Word::centre));
    for (var word : sorted) {
      int row = rowOf(word, cores);
      if (row < 0) {
        rows.add(new ArrayList<>(List.of(word)));
        cores.add(word);
      } else {
        rows.get(row).add(word);
        if (word.height() > cores.get(row).height()) {
          cores.set(row, word);
        }
      }
    }
    var all = new ArrayList<Row>();
    for (var row : rows) {
      row.sort(Comparator.comparingDouble(Word::left));
      all.add(of(segments(row)));
    }
    all.sort(Comparator.comparingDouble(row -> row.area().top() + row.area().bottom()));
    return all;
  }

  private static int rowOf(Word word, List<Word> cores) {
    int best = -1;
    float most = OVERLAP;
    for (int i = cores.size() - 1; i >= Math.max(0, cores.size() - 3); i--) {
      var core = cores.get(i);
      float overlap =
          (Math.min(word.bottom(), core.bottom()) - Math.max(word.top(), core.top()))
              / Math.min(word.height(), core.height());
      if (overlap >= most) {
        most = overlap;
        best = i;
      }
    }
    return best;
  }

  private static List<Segment> segments(List<Word> row) {
    var segments = new ArrayList<Segment>();
    var run = new ArrayList<Word>();
    for (var word : row) {
      if (!run.isEmpty()) {
        float right = run.getLast().right();
        for (var before : run) {
          right = Math.max(right, before.right());
        }
        if (word.left() - right > APART * Math.max(word.size(), run.getLast().size())) {
          segments.add(Segment.of(run));
          run.clear();
        }
      }
      run.add(word);
    }
    segments.add(Segment.of(run));
    return segments;
  }

  int size() {
    return segments.size();
  }

  float top() {
    return area.top();
  }

  float bottom() {
    return area.bottom();
  }

  float height() {
    return area.height();
  }

  List<Word> words() {
    return segments.stream().flatMap(segment -> segment.words().stream()).toList();
  }
}
