package dev.retune.document.written;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// A table on its way to Markdown. Cells over several rows stand in each of them; cells over
/// several columns stand in the first, in header rows in all.
final class Grid {
  private static final int WIDEST = 1000;
  private static final int DEEPEST = 10_000;

  private record Row(int number, NavigableMap<Integer, String> cells) {}

  private record Reach(String text, int rows) {}

  private final List<Row> rows = new ArrayList<>();
  private final Map<Integer, Reach> reaching = new HashMap<>();
  private int header = 1;
  private int column;

  /// @param rows so many of the first make up the header
  void header(int rows) {
    header = Math.max(1, rows);
  }

  void row() {
    row(0);
  }

  /// @param number in the file, from 1; 0 if its rows are not numbered
  void row(int number) {
    rows.add(new Row(number, new TreeMap<>()));
    column = 0;
    reach();
  }

  /// Adds a cell to the last row.
  void cell(String text, int columns, int down) {
    int wide = Math.clamp(columns, 1, WIDEST);
    for (int i = 0; i < wide; i++) {
      var shown = i == 0 || rows.size() <= header ? text : "";
      set(column, shown);
      if (down > 1) {
        reaching.put(column, new Reach(shown, Math.min(down, DEEPEST) - 1));
      }
      column++;
    }
    reach();
  }

  /// Adds a cell that is the one above going on.
  void again(int columns) {
    var above =
        rows.size() < 2 ? new TreeMap<Integer, String>() : rows.get(rows.size() - 2).cells();
    for (int i = 0; i < Math.clamp(columns, 1, WIDEST); i++) {
      set(column, above.getOrDefault(column, ""));
      column++;
    }
  }

  /// Sets a cell of the last row.
  ///
  /// @param at column, from 0
  void set(int at, String text) {
    if (!text.isBlank()) {
      rows.getLast().cells().put(at, text.strip());
    }
  }

  /// Cells from rows above that reach into this one at the current column.
  private void reach() {
    for (var here = reaching.get(column); here != null; here = reaching.get(column)) {
      set(column, here.text());
      if (here.rows() > 1) {
        reaching.put(column, new Reach(here.text(), here.rows() - 1));
      } else {
        reaching.remove(column);
      }
      column++;
    }
  }

  boolean isEmpty() {
    return rows.isEmpty();
  }

  /// Writes a header row, a row of dashes and the rest; paragraphs where there are not two rows and
  /// columns. Empty rows and columns are left out, and single cells that stand over the table come
  /// before it.
  void writeTo(Writing out) {
    var left = new ArrayList<>(rows);
    left.removeIf(row -> row.cells().isEmpty());
    while (!left.isEmpty() && left.getFirst().cells().size() == 1) {
      paragraphs(left.removeFirst(), out);
      header = 1;
    }
    NavigableSet<Integer> used = new TreeSet<>();
    left.forEach(row -> used.addAll(row.cells().keySet()));
    if (left.size() < 2) {
      left.forEach(row -> paragraphs(row, out));
      return;
    }
    int head = Math.min(header, left.size() - 1);
    write(out, left.getFirst().number(), merged(left.subList(0, head), used));
    out.paragraph(line(used.stream().map(_ -> "---").toList()));
    for (var row : left.subList(head, left.size())) {
      write(out, row.number(), used.stream().map(at -> row.cells().getOrDefault(at, "")).toList());
    }
  }

  /// Header rows as one: what stands over a column, from top to bottom.
  private static List<String> merged(List<Row> head, NavigableSet<Integer> used) {
    return used.stream()
        .map(at -> {
          var texts = new LinkedHashSet<String>();
          head.forEach(row -> texts.add(row.cells().getOrDefault(at, "")));
          return String.join(" ", texts).strip();
        })
        .toList();
  }

  private static void paragraphs(Row row, Writing out) {
    row.cells().values().forEach(text -> write(out, row.number(), text));
  }

  private static void write(Writing out, int number, List<String> cells) {
    write(out, number, line(cells));
  }

  private static void write(Writing out, int number, String text) {
    if (number > 0) {
      out.numbered(number, text);
    } else {
      out.paragraph(text);
    }
  }

  private static String line(List<String> cells) {
    var line = new StringBuilder("|");
    for (var cell : cells) {
      line.append(' ').append(cell.replaceAll("\\s+", " ").replace("|", "\\|")).append(" |");
    }
    return line.toString();
  }
}
