package dev.retune.document;

import dev.retune.document.table.Grid;
import dev.retune.document.table.Tables;
import dev.retune.document.table.Word;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The tables of a page with their captions, and which words are theirs.
///
/// @param byWord the table of each word that belongs to one, by where the word begins
record PageTables(List<Table> tables, Map<Integer, Table> byWord) {
  static final PageTables NONE = new PageTables(List.of(), Map.of());

  private static final Logger LOG = LoggerFactory.getLogger(PageTables.class);

  /// Rows of headings that a table repeats on each page.
  private static final int MOST_HEADS = 3;

  /// Tables are compared by identity.
  static final class Table {
    private final Grid grid;
    private final List<SourceLine> caption;

    Table(Grid grid, List<SourceLine> caption) {
      this.grid = grid;
      this.caption = List.copyOf(caption);
    }

    Grid grid() {
      return grid;
    }

    /// Lines that say what the table shows; may be none.
    List<SourceLine> caption() {
      return caption;
    }
  }

  /// A line, or the part of one that stands in or beside a table.
  record Part(SourceLine line, @Nullable Table table) {}

  /// @param dropped running headers and footers
  static PageTables of(SourcePage page, Set<SourceLine> dropped) {
    try {
      var found = new PageTables(new ArrayList<>(), new HashMap<>());
      TurnedPage.all(page).forEach(turned -> found.add(turned, dropped));
      return found;
    } catch (RuntimeException e) {
      // Lines may be drawn in any way there is; without its tables the page is still read.
      LOG.warn("tables of page {} could not be divided", page.number(), e);
      return NONE;
    }
  }

  private void add(TurnedPage turned, Set<SourceLine> dropped) {
    var page = turned.page();
    var lines = new ArrayList<>(page.lines());
    lines.removeIf(line -> dropped.contains(turned.original(line)));
    var grids = find(page, lines);
    for (int i = 0; i < MOST_HEADS; i++) {
      var left = page.lines().stream().filter(line -> !lines.contains(line)).toList();
      var heads = RepeatedHeads.of(left, grids);
      if (heads.isEmpty()) {
        break;
      }
      lines.addAll(heads);
      grids = find(page, lines);
    }
    var captions = new Captions(page, lines, grids);
    for (var grid : grids) {
      add(new Table(grid, captions.of(grid).stream().map(turned::original).toList()));
    }
  }

  private static List<Grid> find(SourcePage page, List<SourceLine> lines) {
    var words = new ArrayList<Word>();
    lines.forEach(line -> add(page, line, words));
    return Tables.find(words, page.rulings());
  }

  private void add(Table table) {
    tables.add(table);
    table
        .grid()
        .cells()
        .forEach(cell -> cell.words().forEach(word -> byWord.put(word.start(), table)));
    for (var line : table.caption()) {
      var places = LineParts.words(line);
      for (int i = 0; i < places.count(); i++) {
        byWord.putIfAbsent(places.starts()[i], table);
      }
    }
  }

  /// Adds the upright words of the line.
  static void add(SourcePage page, SourceLine line, List<Word> into) {
    var layout = line.layout();
    if (layout == null || !layout.upright()) {
      return;
    }
    var words = layout.words();
    for (int i = 0; i < words.count(); i++) {
      var text = page.text().substring(words.starts()[i], words.ends()[i]).strip();
      if (!text.isEmpty()) {
        var box = words.boxes()[i];
        into.add(
            new Word(
                words.starts()[i],
                words.ends()[i],
                text,
                box.x(),
                box.y(),
                box.right(),
                box.bottom(),
                box.height()));
      }
    }
  }

  /// The line in parts that each belong to one table or to none.
  List<Part> parts(SourceLine line) {
    var layout = line.layout();
    if (tables.isEmpty() || layout == null || layout.words().count() == 0) {
      return List.of(new Part(line, null));
    }
    var words = layout.words();
    var parts = new ArrayList<Part>();
    int first = 0;
    for (int i = 1; i <= words.count(); i++) {
      var table = byWord.get(words.starts()[first]);
      if (i == words.count() || byWord.get(words.starts()[i]) != table) {
        boolean whole = first == 0 && i == words.count();
        parts.add(new Part(whole ? line : LineParts.of(line, first, i), table));
        first = i;
      }
    }
    return parts;
  }
}
