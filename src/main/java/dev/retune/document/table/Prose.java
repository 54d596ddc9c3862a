package dev.retune.document.table;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/// Finds the lines of running text among the rows of a page: long ones that follow each other
/// closely, with what begins or ends their paragraph.
final class Prose {
  /// In sizes of its letters.
  private static final float LONG = 20;

  private static final float CLOSE = 1.1f;

  private Prose() {}

  /// Segments by identity.
  static Set<Segment> of(List<Row> rows) {
    Set<Segment> prose = java.util.Collections.newSetFromMap(new IdentityHashMap<>());
    for (int i = 0; i < rows.size(); i++) {
      for (var segment : rows.get(i).segments()) {
        if (long_(segment)
            && (near(rows, i, segment, -1).stream().anyMatch(Prose::long_)
                || near(rows, i, segment, 1).stream().anyMatch(Prose::long_))) {
          prose.add(segment);
        }
      }
    }
    // The line that ends a paragraph, and an indented or hanging one that begins it.
    var ends = new ArrayList<Segment>();
    for (int i = 0; i < rows.size(); i++) {
      for (var segment : rows.get(i).segments()) {
        if (prose.contains(segment)) {
          ends.addAll(alone(near(rows, i, segment, 1), segment));
          ends.addAll(alone(near(rows, i, segment, -1), segment));
        }
      }
    }
    prose.addAll(ends);
    labelsDropped(rows, prose);
    return prose;
  }

  /// Long labels of a table's rows are no prose: most lines of their block have figures to their
  /// right.
  private static void labelsDropped(List<Row> rows, Set<Segment> prose) {
    Set<Segment> seen = java.util.Collections.newSetFromMap(new IdentityHashMap<>());
    for (int i = 0; i < rows.size(); i++) {
      for (var segment : rows.get(i).segments()) {
        if (prose.contains(segment) && !seen.contains(segment)) {
          var block = new ArrayList<Segment>();
          int figures = 0;
          var next = List.of(segment);
          for (int j = i; !next.isEmpty(); j++) {
            var line = next.getFirst();
            block.add(line);
            figures += figuresRightOf(line, rows.get(j)) ? 1 : 0;
            next =
                near(rows, j, line, 1).stream()
                    .filter(s -> prose.contains(s) && !seen.contains(s))
                    .toList();
          }
          seen.addAll(block);
          if (figures * 2 >= block.size()) {
            prose.removeAll(block);
          }
        }
      }
    }
  }

  private static boolean figuresRightOf(Segment label, Row row) {
    return row.segments().stream().anyMatch(s -> s.left() > label.right() && s.numeric());
  }

  private static boolean long_(Segment segment) {
    return segment.area().width() > LONG * segment.size() && segment.words().size() > 5;
  }

  /// Segments right above or below that overlap this one.
  private static List<Segment> near(List<Row> rows, int i, Segment segment, int step) {
    int other = i + step;
    var found = new ArrayList<Segment>();
    if (other < 0 || other >= rows.size()) {
      return found;
    }
    for (var candidate : rows.get(other).segments()) {
      float gap =
          step > 0
              ? candidate.area().top() - segment.area().bottom()
              : segment.area().top() - candidate.area().bottom();
      if (gap < CLOSE * segment.size()
          && candidate.right() > segment.left()
          && candidate.left() < segment.right()) {
        found.add(candidate);
      }
    }
    return found;
  }

  private static List<Segment> alone(List<Segment> near, Segment prose) {
    return near.size() == 1
            && near.getFirst().words().size() > 1
            && Math.abs(near.getFirst().left() - prose.left()) < 3 * prose.size()
            && Math.abs(near.getFirst().size() - prose.size()) < .1f * prose.size()
        ? near
        : List.of();
  }
}
