package dev.retune.document;

import dev.retune.document.table.Area;
import dev.retune.document.table.Grid;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Tells running headers from the headings of a table that goes on over several pages, which stand
/// at the top of each of them as well.
final class RepeatedHeads {
  /// In the line's own height.
  private static final float NEAR = 1.6f;

  private RepeatedHeads() {}

  /// Those of the dropped lines that stand in a table, or right above two of its columns.
  static List<SourceLine> of(List<SourceLine> dropped, List<Grid> grids) {
    var heads = new ArrayList<SourceLine>();
    for (var line : dropped) {
      if (grids.stream().anyMatch(grid -> belongs(line, grid))) {
        heads.add(line);
      }
    }
    return heads;
  }

  private static boolean belongs(SourceLine line, Grid grid) {
    var layout = line.layout();
    if (layout == null || !layout.upright()) {
      return false;
    }
    var area = grid.area();
    float centre = (layout.top() + layout.bottom()) / 2;
    if (centre > area.top() && centre < area.bottom()) {
      return layout.right() > area.left() && layout.left() < area.right();
    }
    float gap = area.top() - layout.bottom();
    return gap > -2
        && gap < NEAR * (layout.bottom() - layout.top())
        && columnsBelow(layout, grid).size() > 1;
  }

  private static Set<Integer> columnsBelow(LineLayout line, Grid grid) {
    var columns = new HashSet<Integer>();
    for (var cell : grid.cells()) {
      if (cell.column() == cell.lastColumn() && !cell.words().isEmpty()) {
        var area = Area.around(cell.words());
        for (var box : line.words().boxes()) {
          if (box.right() > area.left() && box.x() < area.right()) {
            columns.add(cell.column());
          }
        }
      }
    }
    return columns;
  }
}
