package dev.retune.document.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Finds the tables of a page: first those that lines divide into cells, then those whose rows only
/// stand in line.
public final class Tables {
  private Tables() {}

  /// The tables from top to bottom; no two share a word.
  ///
  /// @param words of upright text, running headers and footers left out
  public static List<Grid> find(List<Word> words, List<Ruling> rulings) {
    var lines = withoutUnderlines(rulings, words);
    var grids = new ArrayList<Grid>();
    var left = new ArrayList<>(words);
    for (var grid : LatticeTables.find(words, lines)) {
      grids.add(grid);
      grid.cells().forEach(cell -> left.removeAll(cell.words()));
    }
    grids.addAll(StreamTables.find(left, lines, grids.stream().map(Grid::area).toList()));
    grids.sort(Comparator.comparingDouble(grid -> grid.area().top()));
    return grids;
  }

  /// Lines through words: they strike out, or are the middle of a shade.
  private static List<Ruling> withoutUnderlines(List<Ruling> rulings, List<Word> words) {
    return rulings.stream()
        .filter(ruling -> {
          if (!ruling.across() || ruling.edge()) {
            return true;
          }
          double crossed = 0;
          for (var word : words) {
            float inset = word.height() * .25f;
            if (ruling.at() > word.top() + inset && ruling.at() < word.bottom() - inset) {
              crossed +=
                  Math.max(
                      0,
                      Math.min(word.right(), ruling.to()) - Math.max(word.left(), ruling.from()));
            }
          }
          return crossed < .4 * ruling.length();
        })
        .toList();
  }
}
