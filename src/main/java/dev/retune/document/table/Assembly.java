package dev.retune.document.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Puts cells into a grid and closes up rows and columns that have no words.
final class Assembly {
  private Assembly() {}

  static Grid grid(Area area, int headers, List<Cell> cells) {
    var filled = cells.stream().filter(cell -> !cell.words().isEmpty()).toList();
    var rows = kept(filled, Cell::row, Cell::lastRow);
    var columns = kept(filled, Cell::column, Cell::lastColumn);
    var closed = new ArrayList<Cell>();
    for (var cell : filled) {
      closed.add(
          new Cell(
              rows[cell.row()],
              columns[cell.column()],
              Math.max(rows[cell.row()], rows[cell.lastRow() + 1] - 1),
              Math.max(columns[cell.column()], columns[cell.lastColumn() + 1] - 1),
              cell.words()));
    }
    closed.sort(Comparator.comparingInt(Cell::row).thenComparingInt(Cell::column));
    int head = headers < rows.length ? rows[headers] : rows[rows.length - 1];
    return new Grid(area, rows[rows.length - 1], columns[columns.length - 1], head, closed);
  }

  /// The new number of each row or column; one more at the end. Only those count in which a cell
  /// begins: a row that cells only reach into is part of the one above.
  private static int[] kept(
      List<Cell> cells,
      java.util.function.ToIntFunction<Cell> first,
      java.util.function.ToIntFunction<Cell> last) {
    int count = 1 + cells.stream().mapToInt(last).max().orElse(-1);
    var begins = new boolean[count + 1];
    cells.forEach(cell -> begins[first.applyAsInt(cell)] = true);
    var numbers = new int[count + 1];
    for (int i = 0; i < count; i++) {
      numbers[i + 1] = numbers[i] + (begins[i] ? 1 : 0);
    }
    return numbers;
  }
}
