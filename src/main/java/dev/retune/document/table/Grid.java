package dev.retune.document.table;

import java.util.List;

/// A table of one page.
///
/// @param headers how many rows at the top name the columns; may be 0
/// @param cells row by row; a place that belongs to none is empty
public record Grid(Area area, int rows, int columns, int headers, List<Cell> cells) {
  public Grid {
    cells = List.copyOf(cells);
  }
}
