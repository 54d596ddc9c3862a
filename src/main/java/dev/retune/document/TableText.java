package dev.retune.document;

import dev.retune.document.PageTables.Table;
import dev.retune.document.table.Cell;
import dev.retune.document.table.Grid;
import dev.retune.document.table.Word;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Writes tables as Markdown: the caption, a row of headings, a line that divides them from the
/// rows, the rows.
///
/// Several rows of headings become one, a heading that spans columns standing in each of them. Text
/// that spans rows stands in each of those, so that every row can be understood alone; text that
/// spans columns stands in the first.
final class TableText {
  private static final float SAME = 8;

  private final Mending mending;
  private @Nullable Grid before;

  /// Joins a word that is divided at a line's end.
  interface Mending {
    /// Writes nothing, or what stands between the text so far and the raw character `first`.
    void join(TextCleaner cleaner, String raw, int first, int end);
  }

  TableText(Mending mending) {
    this.mending = mending;
  }

  /// Running text stands after the last table.
  void interrupted() {
    before = null;
  }

  /// @param into what stands where is added
  void write(SourcePage page, Table table, TextCleaner cleaner, List<CleanPage.Line> into) {
    var grid = table.grid();
    var goesOn = cleaner.length() == 0 && table.caption().isEmpty() ? before : null;
    before = grid;
    var writing = new Writing(page, cleaner, into);
    if (cleaner.length() > 0) {
      cleaner.insert("\n");
    }
    if (goesOn != null && continues(goesOn, grid)) {
      writing.rows(grid, headings(goesOn).equals(headings(grid)) ? grid.headers() : 0);
      return;
    }
    if (!table.caption().isEmpty()) {
      writing.caption(table.caption());
      cleaner.insert("\n");
    }
    writing.headings(grid);
    writing.rows(grid, grid.headers());
  }

  /// Whether a table at the top of a page goes on from the one that ends the page before.
  private static boolean continues(Grid before, Grid grid) {
    return before.columns() == grid.columns()
        && ((before.headers() > 0 && headings(before).equals(headings(grid)))
            || (Math.abs(before.area().left() - grid.area().left()) < SAME
                && Math.abs(before.area().right() - grid.area().right()) < SAME));
  }

  private static List<String> headings(Grid grid) {
    return grid.cells().stream()
        .filter(cell -> cell.row() < grid.headers())
        .map(cell -> cell.text().replaceAll("\\s", ""))
        .toList();
  }

  private final class Writing {
    private final String raw;
    private final TextCleaner cleaner;
    private final List<CleanPage.Line> into;
    private final TreeMap<Integer, SourceLine> lines = new TreeMap<>();

    Writing(SourcePage page, TextCleaner cleaner, List<CleanPage.Line> into) {
      this.raw = page.text();
      this.cleaner = cleaner;
      this.into = into;
      page.lines().forEach(line -> lines.put(line.start(), line));
    }

    void caption(List<SourceLine> caption) {
      int begin = cleaner.length();
      for (var line : caption) {
        run(line, line.start(), begin);
      }
    }

    void headings(Grid grid) {
      for (int column = 0; column < grid.columns(); column++) {
        cleaner.insert(column == 0 ? "| " : " | ");
        int c = column;
        cells(
            grid.cells().stream()
                .filter(cell -> cell.row() < grid.headers())
                .filter(cell -> cell.column() <= c && cell.lastColumn() >= c)
                .sorted(Comparator.comparingInt(Cell::row))
                .toList());
      }
      cleaner.insert(" |\n" + "| --- ".repeat(grid.columns()) + "|");
    }

    void rows(Grid grid, int first) {
      for (int row = first; row < grid.rows(); row++) {
        if (cleaner.length() > 0) {
          cleaner.insert("\n");
        }
        for (int column = 0; column < grid.columns(); column++) {
          cleaner.insert(column == 0 ? "| " : " | ");
          int r = row;
          int c = column;
          cells(
              grid.cells().stream()
                  .filter(cell -> cell.row() <= r && cell.lastRow() >= r && cell.column() == c)
                  .toList());
        }
        cleaner.insert(" |");
      }
    }

    /// The texts of these cells as one.
    private void cells(List<Cell> cells) {
      int begin = cleaner.length();
      for (var cell : cells) {
        for (var run : runs(cell.words())) {
          run(run, run.start(), begin);
        }
      }
    }

    private void run(SourceLine run, int first, int begin) {
      if (cleaner.length() > begin) {
        mending.join(cleaner, raw, first, run.end());
      }
      int start = cleaner.length();
      cleaner.cell(raw, run.start(), run.end());
      if (cleaner.length() > start) {
        into.add(new CleanPage.Line(start, cleaner.length(), run, 0));
      }
    }

    /// Words that follow each other in the raw text.
    private List<SourceLine> runs(List<Word> words) {
      var runs = new ArrayList<SourceLine>();
      for (int i = 0; i < words.size(); ) {
        var line = lines.floorEntry(words.get(i).start()).getValue();
        var places = LineParts.words(line);
        int first = java.util.Arrays.binarySearch(places.starts(), words.get(i).start());
        int end = first;
        while (i < words.size()
            && end < places.count()
            && places.starts()[end] == words.get(i).start()) {
          end++;
          i++;
        }
        var part = LineParts.of(line, first, end);
        runs.add(
            new SourceLine(
                places.starts()[first], places.ends()[end - 1], part.layout(), part.opens()));
      }
      return runs;
    }
  }
}
