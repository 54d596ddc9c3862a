package dev.retune.document;

import dev.retune.document.table.Area;
import dev.retune.document.table.Grid;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/// Finds the captions of a page's tables: lines such as “Table 3 …” right above or below.
final class Captions {
  private static final Pattern CAPTION =
      Pattern.compile(
          "(?:(?:table|tab\\.|tableau|tabelle|tabla|exhibit)\\s*(?:[A-Z]{1,3}[-.]?)?[\\dIVX]+|附?表\\s*[\\d一二三四五六七八九十]+).*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  /// How far from the table it may begin, in its own line heights.
  private static final float FAR = 6;

  private static final int MOST_LINES = 4;

  private final SourcePage page;
  private final List<SourceLine> lines;
  private final List<Grid> grids;

  /// @param lines without running headers and footers
  Captions(SourcePage page, List<SourceLine> lines, List<Grid> grids) {
    this.page = page;
    this.lines =
        lines.stream()
            .filter(line -> line.layout() != null && line.layout().upright())
            .sorted(Comparator.comparingDouble(Captions::top))
            .toList();
    this.grids = grids;
  }

  /// From top to bottom; empty if there is none.
  List<SourceLine> of(Grid grid) {
    var above = above(grid.area());
    return above.isEmpty() ? below(grid.area()) : above;
  }

  private List<SourceLine> above(Area area) {
    var between = new ArrayList<SourceLine>();
    for (int i = lines.size() - 1; i >= 0 && between.size() < MOST_LINES; i--) {
      var line = lines.get(i);
      if (bottom(line) > area.top() + 2 || !beside(line, area)) {
        continue;
      }
      if (inTable(line) || area.top() - top(line) > FAR * (bottom(line) - top(line))) {
        return List.of();
      }
      between.addFirst(line);
      if (caption(line)) {
        return between;
      }
    }
    return List.of();
  }

  private List<SourceLine> below(Area area) {
    var found = new ArrayList<SourceLine>();
    for (var line : lines) {
      if (top(line) < area.bottom() - 2 || !beside(line, area)) {
        continue;
      }
      float height = bottom(line) - top(line);
      if (found.isEmpty()) {
        if (inTable(line) || !caption(line) || top(line) - area.bottom() > FAR / 2 * height) {
          return List.of();
        }
      } else if (found.size() == MOST_LINES
          || inTable(line)
          || top(line) - bottom(found.getLast()) > height / 2) {
        return found;
      }
      found.add(line);
    }
    return found;
  }

  private boolean caption(SourceLine line) {
    return begins(page.text().substring(line.start(), line.end()).strip());
  }

  /// Whether the text begins as a caption does.
  static boolean begins(String text) {
    return CAPTION.matcher(text).matches();
  }

  private static boolean beside(SourceLine line, Area area) {
    var layout = line.layout();
    return layout != null && layout.right() > area.left() && layout.left() < area.right();
  }

  private boolean inTable(SourceLine line) {
    float centre = (top(line) + bottom(line)) / 2;
    return grids.stream()
        .map(Grid::area)
        .anyMatch(area -> centre > area.top() && centre < area.bottom() && beside(line, area));
  }

  private static float top(SourceLine line) {
    return line.layout() == null ? 0 : line.layout().top();
  }

  private static float bottom(SourceLine line) {
    return line.layout() == null ? 0 : line.layout().bottom();
  }
}
