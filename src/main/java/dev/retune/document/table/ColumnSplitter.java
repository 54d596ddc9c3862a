package dev.retune.document.table;

import java.util.ArrayList;
import java.util.List;

/// Divides cells between whose columns no line is drawn: where the columns are divided only in the
/// rows above or below, or only by white gutters.
final class ColumnSplitter {
  private static final float SAME = 3;
  private static final int FEWEST_ROWS = 3;

  private ColumnSplitter() {}

  static List<Area> split(List<Area> cells, List<Word> words) {
    var edges = LatticeTables.places(cells.stream().map(Area::left).toList());
    var split = new ArrayList<Area>();
    for (var cell : cells) {
      split.addAll(atEdges(cell, edges, words));
    }
    return atGutters(split, words);
  }

  private static List<Area> atEdges(Area cell, List<Float> edges, List<Word> words) {
    var inner =
        edges.stream()
            .filter(edge -> edge > cell.left() + 2 * SAME && edge < cell.right() - 2 * SAME)
            .toList();
    if (inner.isEmpty()) {
      return List.of(cell);
    }
    var rows = Row.all(words.stream().filter(cell::holds).toList());
    var cuts =
        inner.stream().filter(edge -> rows.stream().anyMatch(row -> divides(row, edge))).toList();
    boolean crossed = cuts.stream().anyMatch(cut -> rows.stream().anyMatch(r -> crosses(r, cut)));
    return crossed ? List.of(cell) : pieces(cell, cuts);
  }

  /// Whether segments of the row stand on both sides.
  private static boolean divides(Row row, float edge) {
    return row.size() > 1
        && row.segments().stream().anyMatch(s -> s.right() < edge + SAME)
        && row.segments().stream().anyMatch(s -> s.left() > edge - SAME);
  }

  private static boolean crosses(Row row, float edge) {
    return row.segments().stream().anyMatch(s -> s.left() < edge - SAME && s.right() > edge + SAME);
  }

  private static List<Area> atGutters(List<Area> cells, List<Word> words) {
    var split = new ArrayList<Area>();
    var done = new ArrayList<Area>();
    for (var cell : cells) {
      if (done.contains(cell)) {
        continue;
      }
      var column =
          cells.stream()
              .filter(o ->
                  Math.abs(o.left() - cell.left()) < SAME
                      && Math.abs(o.right() - cell.right()) < SAME)
              .toList();
      done.addAll(column);
      var cuts = gutters(column, words);
      column.forEach(one -> split.addAll(pieces(one, cuts)));
    }
    return split;
  }

  private static List<Float> gutters(List<Area> column, List<Word> words) {
    var inside =
        words.stream().filter(word -> column.stream().anyMatch(cell -> cell.holds(word))).toList();
    var rows = Row.all(inside);
    var several =
        rows.stream()
            .filter(
                row -> row.size() > 1 && row.segments().stream().skip(1).allMatch(Segment::numeric))
            .toList();
    if (several.size() < FEWEST_ROWS || several.size() * 3 < rows.size() * 2) {
      return List.of();
    }
    return Columns.of(several, Area.around(inside)).separators();
  }

  private static List<Area> pieces(Area cell, List<Float> cuts) {
    var pieces = new ArrayList<Area>();
    float left = cell.left();
    for (float cut : cuts) {
      pieces.add(new Area(left, cell.top(), cut, cell.bottom()));
      left = cut;
    }
    pieces.add(new Area(left, cell.top(), cell.right(), cell.bottom()));
    return pieces;
  }
}
