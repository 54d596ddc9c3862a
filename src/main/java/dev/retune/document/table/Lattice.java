package dev.retune.document.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import technology.tabula.extractors.SpreadsheetExtractionAlgorithm;

/// Areas that ruling lines divide into cells.
///
/// @param area around all cells
/// @param cells each bounded by lines on four sides; at least two
record Lattice(Area area, List<Area> cells) {
  private static final float TOUCH = 1.5f;
  private static final float SMALLEST = 4;

  /// More crossings than this belong to a drawing; finding cells takes their square.
  private static final int MOST_CROSSINGS = 4000;

  static List<Lattice> of(List<Ruling> rulings) {
    var groups = new ArrayList<List<Area>>();
    for (var cell : cells(rulings)) {
      var joined = new ArrayList<Area>(List.of(cell));
      for (var iterator = groups.iterator(); iterator.hasNext(); ) {
        var group = iterator.next();
        if (group.stream().anyMatch(other -> other.touches(cell, TOUCH))) {
          joined.addAll(group);
          iterator.remove();
        }
      }
      groups.add(joined);
    }
    return groups.stream()
        .filter(group -> group.size() > 1)
        .map(group -> new Lattice(group.stream().reduce(Area::and).orElseThrow(), group))
        .sorted(Comparator.comparingDouble(lattice -> lattice.area().top()))
        .toList();
  }

  private static List<Area> cells(List<Ruling> rulings) {
    var across = new ArrayList<technology.tabula.Ruling>();
    var down = new ArrayList<technology.tabula.Ruling>();
    for (var ruling : rulings) {
      if (ruling.across()) {
        across.add(new technology.tabula.Ruling(ruling.at(), ruling.from(), ruling.length(), 0));
      } else {
        down.add(new technology.tabula.Ruling(ruling.from(), ruling.at(), 0, ruling.length()));
      }
    }
    if (across.size() < 2 || down.size() < 2 || across.size() * down.size() > 40 * MOST_CROSSINGS) {
      return List.of();
    }
    return SpreadsheetExtractionAlgorithm.findCells(across, down).stream()
        .map(cell -> new Area(cell.getLeft(), cell.getTop(), cell.getRight(), cell.getBottom()))
        .filter(cell -> cell.width() > SMALLEST && cell.height() > SMALLEST)
        .toList();
  }
}
