package dev.retune.document.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Tables whose rows and columns only stand in line, with or without some lines across.
final class StreamTables {
  /// Rows further apart than so many heights belong to different tables.
  private static final float FAR = 2.2f;

  private static final int MOST_SINGLE = 3;

  private static final float HEADING_GAP = 1.1f;

  /// Words of the area that the cells must hold.
  private static final float COVERED = .85f;

  private final List<Ruling> rulings;
  private final List<Row> rows;
  private final Set<Segment> prose;
  private final List<Area> brackets;
  private final List<Area> taken;

  private StreamTables(List<Word> words, List<Ruling> rulings, List<Area> taken) {
    this.rulings = rulings.stream().filter(r -> !r.edge()).toList();
    this.taken = taken;
    this.rows = Row.all(words).stream().map(StreamTables::marksJoined).toList();
    this.prose = Prose.of(rows);
    this.brackets = Brackets.of(rows, this.rulings, prose);
  }

  static List<Grid> find(List<Word> words, List<Ruling> rulings, List<Area> taken) {
    return words.isEmpty() ? List.of() : new StreamTables(words, rulings, taken).find();
  }

  private List<Grid> find() {
    var grids = new ArrayList<Grid>();
    int i = 0;
    while (i < rows.size()) {
      int end = strong(i) ? regionEnd(i) : i;
      if (end > i) {
        var grid = grid(withHeadings(i, end));
        if (grid != null) {
          grids.add(grid);
          i = end;
          continue;
        }
      }
      i++;
    }
    return grids;
  }

  /// The rows of a region with those right above it that stand over its columns, but not over the
  /// first: headings that span several.
  private List<Row> withHeadings(int first, int end) {
    var region =
        new ArrayList<>(rows.subList(first, end).stream().map(this::withoutProse).toList());
    var area = region.stream().map(Row::area).reduce(Area::and).orElseThrow();
    var separators = Columns.of(region, area).separators();
    for (int i = first - 1; i >= Math.max(0, first - MOST_SINGLE) && !separators.isEmpty(); i--) {
      var row = rows.get(i);
      float gap = rows.get(i + 1).top() - row.bottom();
      if (gap > HEADING_GAP * row.height()
          || row.area().left() < separators.getFirst() - row.height()
          || row.area().right() > area.right() + 2 * row.height()
          || startsProse(i)
          || cut(row, rows.get(i + 1))) {
        break;
      }
      region.addFirst(row);
    }
    return region;
  }

  /// One past the last row of the region that begins at `first`.
  private int regionEnd(int first) {
    int end = first + 1;
    int single = 0;
    for (int i = first + 1; i < rows.size(); i++) {
      boolean bracketed = bracketed(rows.get(i - 1), rows.get(i));
      float gap = rows.get(i).top() - rows.get(i - 1).bottom();
      if ((gap > FAR * rows.get(i).height() && !bracketed)
          || cut(rows.get(i - 1), rows.get(i))
          || (!bracketed && startsProse(i))) {
        break;
      }
      if (strong(i)) {
        end = i + 1;
        single = 0;
      } else if (++single > MOST_SINGLE && !bracketed) {
        break;
      } else if (bracketed && !startsProse(i)) {
        end = i + 1;
      }
    }
    return end;
  }

  private boolean strong(int i) {
    return nonProse(rows.get(i)).size() > 1;
  }

  private List<Segment> nonProse(Row row) {
    return row.segments().stream().filter(segment -> !prose.contains(segment)).toList();
  }

  private boolean startsProse(int i) {
    return nonProse(rows.get(i)).isEmpty();
  }

  private Row withoutProse(Row row) {
    var kept = nonProse(row);
    return kept.isEmpty() ? row : Row.of(kept);
  }

  private boolean bracketed(Row a, Row b) {
    return brackets.stream().anyMatch(area -> holds(area, a) && holds(area, b));
  }

  private static boolean holds(Area area, Row row) {
    float centre = (row.top() + row.bottom()) / 2;
    return centre > area.top() && centre < area.bottom();
  }

  /// Whether a table already found stands between.
  private boolean cut(Row a, Row b) {
    return taken.stream().anyMatch(area -> area.top() < b.top() && area.bottom() > a.bottom());
  }

  private @Nullable Grid grid(List<Row> rowsFound) {
    var whole = rowsFound.stream().map(Row::area).reduce(Area::and).orElseThrow();
    var columns = Columns.of(rowsFound, whole);
    var region = trimmed(rowsFound, columns);
    if (region.size() < 2 || columns.count() < 2) {
      return null;
    }
    var area = region.stream().map(Row::area).reduce(Area::and).orElseThrow();
    var groups = new RowGroups(region, columns, rulings);
    var numbers = groups.groups();
    var cells = new ArrayList<Cell>();
    for (int i = 0; i < region.size(); i++) {
      for (var piece : groups.pieces().get(i)) {
        add(cells, numbers[i], piece);
      }
    }
    var grid = Assembly.grid(area, groups.headerGroups(numbers), cells);
    return covered(area, grid) && Plausible.stream(grid, ruled(area)) ? grid : null;
  }

  /// Without lines across all columns at its top and bottom: titles and notes.
  private static List<Row> trimmed(List<Row> rows, Columns columns) {
    int first = 0;
    int end = rows.size();
    while (first < end && acrossAll(rows.get(first), columns)) {
      first++;
    }
    while (end > first && acrossAll(rows.get(end - 1), columns)) {
      end--;
    }
    return rows.subList(first, end);
  }

  private static boolean acrossAll(Row row, Columns columns) {
    var pieces = Piece.of(row, columns);
    return pieces.size() == 1
        && pieces.getFirst().from() == 0
        && pieces.getFirst().to() == columns.count() - 1;
  }

  /// Whether little stands between the cells that is none of them.
  private boolean covered(Area area, Grid grid) {
    long all = 0;
    for (var row : rows) {
      all += row.words().stream().filter(area::holds).count();
    }
    long held = grid.cells().stream().mapToLong(cell -> cell.words().size()).sum();
    return held >= COVERED * all;
  }

  private static void add(List<Cell> cells, int row, Piece piece) {
    for (int i = cells.size() - 1; i >= 0 && cells.get(i).row() == row; i--) {
      var cell = cells.get(i);
      if (cell.column() <= piece.to() && piece.from() <= cell.lastColumn()) {
        var words = new ArrayList<>(cell.words());
        words.addAll(piece.words());
        cells.set(
            i,
            new Cell(
                row,
                Math.min(cell.column(), piece.from()),
                row,
                Math.max(cell.lastColumn(), piece.to()),
                words));
        return;
      }
    }
    cells.add(new Cell(row, piece.from(), row, piece.to(), piece.words()));
  }

  private boolean ruled(Area area) {
    long lines =
        rulings.stream()
            .filter(r ->
                r.across()
                    && r.at() > area.top() - 14
                    && r.at() < area.bottom() + 14
                    && Math.min(r.to(), area.right()) - Math.max(r.from(), area.left())
                        > .5 * area.width())
            .count();
    return lines >= 2;
  }

  /// A bullet or number belongs to the text behind it.
  private static Row marksJoined(Row row) {
    var joined = new ArrayList<Segment>();
    for (var segment : row.segments()) {
      var last = joined.isEmpty() ? null : joined.getLast();
      if (last != null
          && joined.size() == 1
          && mark(last.text())
          && segment.left() - last.right() < 4 * segment.size()
          && !segment.numeric()) {
        var words = new ArrayList<>(last.words());
        words.addAll(segment.words());
        joined.set(0, Segment.of(words));
      } else {
        joined.add(segment);
      }
    }
    return new Row(List.copyOf(joined), row.area());
  }

  private static boolean mark(String text) {
    return text.matches(
        "[•◦▪■●○◆‣∙·*\\-–—o§†‡]|[(\\[]?(?:\\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)\\]]|[①-⑳]");
  }
}
