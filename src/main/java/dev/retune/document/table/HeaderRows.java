package dev.retune.document.table;

import java.util.List;

/// Tells how many rows of a lattice name its columns.
final class HeaderRows {
  private static final int MOST = 4;

  private HeaderRows() {}

  /// Rows above the first that has a figure in a column of figures; one where there are no figures.
  static int of(int rows, int columns, List<Cell> cells) {
    var figures = new int[columns];
    var filled = new int[columns];
    for (var cell : cells) {
      if (cell.column() == cell.lastColumn()) {
        filled[cell.column()]++;
        figures[cell.column()] += figure(cell) ? 1 : 0;
      }
    }
    int first = rows;
    for (var cell : cells) {
      int c = cell.column();
      if (c > 0 && c == cell.lastColumn() && figures[c] * 2 >= filled[c] && figure(cell)) {
        first = Math.min(first, cell.row());
      }
    }
    if (first == rows) {
      return spanned(1, rows, cells);
    }
    // The heading of a group stands alone above the first row.
    while (first > 1 && alone(first - 1, cells)) {
      first--;
    }
    return first <= MOST ? spanned(first, rows, cells) : spanned(1, rows, cells);
  }

  /// With the rows that cells of the first ones reach into.
  private static int spanned(int first, int rows, List<Cell> cells) {
    int headers = first;
    for (var cell : cells) {
      if (cell.row() < first) {
        headers = Math.max(headers, cell.lastRow() + 1);
      }
    }
    return headers < rows && headers <= MOST ? headers : Math.min(first, rows - 1);
  }

  private static boolean alone(int row, List<Cell> cells) {
    var own = cells.stream().filter(cell -> cell.row() <= row && cell.lastRow() >= row).toList();
    return own.size() == 1 && own.getFirst().column() == 0;
  }

  private static boolean figure(Cell cell) {
    var text = cell.text();
    return Segment.numeric(text) && !RowGroups.year(text);
  }
}
