package dev.retune.document.table;

import java.util.List;

/// Tells tables from what is only set like one: boxes around text, two columns of prose, contents.
final class Plausible {
  private static final int PROSE = 220;

  private Plausible() {}

  static boolean lattice(Grid grid) {
    if (grid.rows() < 2 || grid.columns() < 2) {
      return false;
    }
    int letters = 0;
    for (var cell : grid.cells()) {
      letters += cell.text().length();
    }
    return rowsOfSeveral(grid) >= 2
        && grid.cells().size() >= 4
        && letters < PROSE * grid.cells().size();
  }

  private static int rowsOfSeveral(Grid grid) {
    int rows = 0;
    for (int row = 0; row < grid.rows(); row++) {
      int r = row;
      rows +=
          grid.cells().stream().filter(cell -> cell.row() <= r && cell.lastRow() >= r).count() > 1
              ? 1
              : 0;
    }
    return rows;
  }

  /// @param ruled whether lines are drawn above, below or within
  static boolean stream(Grid grid, boolean ruled) {
    if (grid.columns() < 2 || rowsOfSeveral(grid) < (ruled ? 2 : 3)) {
      return false;
    }
    int figures = 0;
    int long_ = 0;
    int sentences = 0;
    int placed = 0;
    int single = 0;
    var figuresOf = new int[grid.columns()];
    var filled = new int[grid.columns()];
    for (var cell : grid.cells()) {
      placed++;
      boolean numeric = Segment.numeric(cell.text());
      figures += numeric ? 1 : 0;
      long_ += cell.text().length() > 90 ? 1 : 0;
      sentences += cell.words().size() >= 4 && cell.text().length() >= 20 ? 1 : 0;
      if (cell.column() == cell.lastColumn()) {
        single++;
        filled[cell.column()]++;
        figuresOf[cell.column()] += numeric ? 1 : 0;
      }
    }
    int body = Math.max(1, grid.rows() - grid.headers());
    double fill = (double) single / (grid.rows() * grid.columns());
    double numeric = (double) figures / placed;
    if (contents(grid) || long_ * 4 > placed || sentences * 2 > placed) {
      return false;
    }
    boolean figureColumn = false;
    for (int c = 1; c < grid.columns(); c++) {
      figureColumn |= filled[c] >= 2 && figuresOf[c] * 10 >= filled[c] * 6;
    }
    if (ruled) {
      return fill > .3 && (figureColumn || (grid.columns() > 2 && body > 2) || body > 4);
    }
    if (grid.columns() == 2) {
      return figureColumn && fill > .6 && body >= 3;
    }
    return fill > .4 && ((figureColumn && numeric > .2) || (body >= 6 && fill > .8));
  }

  /// Titles with page numbers that only grow.
  private static boolean contents(Grid grid) {
    List<Cell> last =
        grid.cells().stream().filter(cell -> cell.lastColumn() == grid.columns() - 1).toList();
    int pages = 0;
    int before = 0;
    boolean leaders =
        grid.cells().stream().filter(cell -> cell.text().matches(".*(?:\\. ?){5,}.*")).count() * 3
            > grid.rows();
    for (var cell : last) {
      if (cell.text().matches("[FSA]?-?\\d{1,4}") && number(cell) >= before) {
        pages++;
        before = number(cell);
      }
    }
    long titles =
        grid.cells().stream()
            .filter(cell -> cell.text().codePoints().filter(Character::isLetter).count() > 3)
            .count();
    return grid.columns() <= 3
        && titles * 2 >= grid.rows()
        && pages * 10 >= last.size() * 9
        && (leaders ? pages > 1 : pages > 4 || (pages > 3 && distinct(last) > 2));
  }

  private static long distinct(List<Cell> cells) {
    return cells.stream().map(Cell::text).distinct().count();
  }

  private static int number(Cell cell) {
    return Integer.parseInt(cell.text().replaceAll("\\D", ""));
  }
}
