package dev.retune.document.table;

import java.util.ArrayList;
import java.util.List;

/// Tables whose cells are bounded by lines.
final class LatticeTables {
  private static final float SAME = 3;

  /// Words of the area that the cells must hold.
  private static final float COVERED = .9f;

  private LatticeTables() {}

  static List<Grid> find(List<Word> words, List<Ruling> rulings) {
    var drawn = rulings.stream().filter(ruling -> !ruling.edge()).toList();
    var grids = new ArrayList<Grid>();
    for (var lattice : Lattice.of(OpenSides.closed(drawn))) {
      var grid = grid(lattice, words, drawn);
      if (grid != null) {
        grids.add(grid);
      }
    }
    return grids;
  }

  private static @org.jspecify.annotations.Nullable Grid grid(
      Lattice lattice, List<Word> words, List<Ruling> rulings) {
    var inside = words.stream().filter(lattice.area()::holds).toList();
    var cells = RowSplitter.split(ColumnSplitter.split(lattice.cells(), inside), inside, rulings);
    var lefts = places(cells.stream().map(Area::left).toList());
    var tops = places(cells.stream().map(Area::top).toList());
    var found = new ArrayList<Cell>();
    int held = 0;
    var home = Homes.of(words, cells);
    for (var cell : cells) {
      var own = home.getOrDefault(cell, List.of());
      held += own.size();
      int row = index(tops, cell.top());
      int column = index(lefts, cell.left());
      found.add(
          new Cell(
              row,
              column,
              Math.max(row, index(tops, cell.bottom() - SAME * 1.5f)),
              Math.max(column, index(lefts, cell.right() - SAME * 1.5f)),
              own));
    }
    if (inside.isEmpty() || held < COVERED * inside.size()) {
      return null;
    }
    var grid = Assembly.grid(lattice.area(), 1, found);
    if (!Plausible.lattice(grid)) {
      return null;
    }
    int headers = HeaderRows.of(grid.rows(), grid.columns(), grid.cells());
    return new Grid(grid.area(), grid.rows(), grid.columns(), headers, grid.cells());
  }

  /// Edges that lie close together are one place.
  static List<Float> places(List<Float> edges) {
    var sorted = new ArrayList<>(edges);
    sorted.sort(null);
    var places = new ArrayList<Float>();
    for (var edge : sorted) {
      if (places.isEmpty() || edge - places.getLast() > SAME) {
        places.add(edge);
      }
    }
    return places;
  }

  private static int index(List<Float> places, float at) {
    int index = 0;
    while (index + 1 < places.size() && places.get(index + 1) <= at + SAME / 2) {
      index++;
    }
    return index;
  }
}
