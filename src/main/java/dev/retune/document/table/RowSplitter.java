package dev.retune.document.table;

import java.util.ArrayList;
import java.util.List;

/// Divides cells between whose rows no line is drawn.
final class RowSplitter {
  private static final float SAME = 2;

  private RowSplitter() {}

  static List<Area> split(List<Area> cells, List<Word> words, List<Ruling> rulings) {
    var split = new ArrayList<Area>();
    var done = new ArrayList<Area>();
    for (var cell : cells) {
      if (done.contains(cell)) {
        continue;
      }
      var band =
          cells.stream()
              .filter(other ->
                  Math.abs(other.top() - cell.top()) < SAME
                      && Math.abs(other.bottom() - cell.bottom()) < SAME)
              .toList();
      done.addAll(band);
      var cuts = cuts(band, words, rulings);
      for (var one : band) {
        float top = one.top();
        for (float cut : cuts) {
          split.add(new Area(one.left(), top, one.right(), cut));
          top = cut;
        }
        split.add(new Area(one.left(), top, one.right(), one.bottom()));
      }
    }
    return split;
  }

  /// Where the cells of one height are to be divided.
  private static List<Float> cuts(List<Area> band, List<Word> words, List<Ruling> rulings) {
    var inside =
        words.stream().filter(word -> band.stream().anyMatch(cell -> cell.holds(word))).toList();
    var rows = Row.all(inside);
    if (band.size() < 2 || rows.size() < 2 || !severalRows(band, inside, rows)) {
      return List.of();
    }
    var separators = band.stream().map(Area::left).sorted().skip(1).toList();
    var groups = new RowGroups(rows, new Columns(separators), rulings).groups();
    var cuts = new ArrayList<Float>();
    for (int i = 1; i < rows.size(); i++) {
      if (groups[i] != groups[i - 1]) {
        cuts.add((rows.get(i - 1).bottom() + rows.get(i).top()) / 2);
      }
    }
    return cuts;
  }

  /// Figures below each other in one cell are never a wrapped text; nor are many lines that stand
  /// on the same heights in all cells.
  private static boolean severalRows(List<Area> band, List<Word> words, List<Row> rows) {
    int columnsOfFigures = 0;
    int filled = 0;
    int full = 0;
    for (var cell : band) {
      var lines = Row.all(words.stream().filter(cell::holds).toList());
      if (lines.isEmpty()) {
        continue;
      }
      filled++;
      full += lines.size() * 5 >= rows.size() * 4 ? 1 : 0;
      boolean figures =
          lines.size() > 1
              && lines.stream()
                  .allMatch(line -> line.size() == 1 && line.segments().getFirst().numeric());
      columnsOfFigures += figures ? 1 : 0;
    }
    return columnsOfFigures > 0 || (rows.size() >= 4 && filled > 1 && full == filled);
  }
}
