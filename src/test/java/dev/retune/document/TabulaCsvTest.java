package dev.retune.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retune.TestData;
import dev.retune.document.table.Cell;
import dev.retune.document.table.Grid;
import dev.retune.document.table.Tables;
import dev.retune.document.table.Word;
import dev.retune.task.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// First pages against the CSV files that tabula's own tests expect of them: the same texts in the
/// same rows and columns. Tabula is given the areas of tables and told how they are divided; here
/// both are found, except that `schools.pdf` is read as far down as it is there, and the two
/// columns of `MultiColumn.pdf` one by one.
///
/// Rows and columns without text do not count; nor do white space and the width of letters. Tabula
/// writes a cell that spans columns as one field, so in such a row only the order is compared; and
/// it leaves out the letter that a line runs through where a text is too long for its cell.
class TabulaCsvTest {
  @ParameterizedTest
  @CsvSource({"schools, 540", "spanning_cells, 792", "twotables, 842"})
  void tablesAreFoundAndDivided(String name, float bottom) throws IOException {
    var page = firstPage(name);
    var words = words(page).stream().filter(word -> word.bottom() < bottom).toList();
    var grids = Tables.find(words, page.rulings());
    var expected = expected(name, grids);
    assertThat(cut(rows(grids), expected)).isEqualTo(expected);
  }

  @Test
  void columnsOfAPageAreTablesOfTheirOwn() throws IOException {
    var page = firstPage("MultiColumn");
    var grids = new ArrayList<Grid>();
    for (boolean left : new boolean[] {true, false}) {
      var words = words(page).stream().filter(w -> w.left() < page.width() / 2 == left).toList();
      grids.addAll(Tables.find(words, page.rulings()));
    }
    assertThat(rows(grids)).isEqualTo(expected("MultiColumn", grids));
  }

  private static SourcePage firstPage(String name) throws IOException {
    var file = TestData.shared("pdf/tabula/" + name + ".pdf");
    return new PdfReader(FileKind.PDF, file, name, null, "", true)
        .read(Progress.none())
        .pages()
        .getFirst();
  }

  private static List<Word> words(SourcePage page) {
    var words = new ArrayList<Word>();
    for (var line : page.lines()) {
      PageTables.add(page, line, words);
    }
    return words;
  }

  /// Each row as its texts by column.
  private static List<TreeMap<Integer, String>> rows(List<Grid> grids) {
    var rows = new ArrayList<TreeMap<Integer, String>>();
    for (var grid : grids) {
      var byRow = new TreeMap<Integer, TreeMap<Integer, String>>();
      for (Cell cell : grid.cells()) {
        byRow
            .computeIfAbsent(cell.row(), _ -> new TreeMap<>())
            .put(cell.column(), plain(cell.text()));
      }
      for (var cell : grid.cells()) {
        if (cell.lastColumn() > cell.column()) {
          byRow.computeIfPresent(cell.row(), (_, row) -> inOrder(row));
        }
      }
      rows.addAll(byRow.values());
    }
    return rows;
  }

  /// The rows of the CSV file, its columns numbered table by table.
  private static List<TreeMap<Integer, String>> expected(String name, List<Grid> grids)
      throws IOException {
    var all = csv(TestData.shared("pdf/tabula/expected/" + name + ".csv"));
    all.removeIf(TreeMap::isEmpty);
    var rows = new ArrayList<TreeMap<Integer, String>>();
    int from = 0;
    for (var grid : grids) {
      int to = Math.min(all.size(), from + rows(List.of(grid)).size());
      int begin = rows.size();
      var used = new TreeSet<Integer>();
      all.subList(from, to).forEach(row -> used.addAll(row.keySet()));
      for (var row : all.subList(from, to)) {
        var numbered = new TreeMap<Integer, String>();
        row.forEach((column, text) -> numbered.put(used.headSet(column).size(), text));
        rows.add(spans(grid, rows.size() - begin) ? inOrder(numbered) : numbered);
      }
      from = to;
    }
    assertThat(from).as("rows").isEqualTo(all.size());
    return rows;
  }

  /// The rows with one letter less where tabula has one less.
  private static List<TreeMap<Integer, String>> cut(
      List<TreeMap<Integer, String>> rows, List<TreeMap<Integer, String>> expected) {
    for (int i = 0; i < Math.min(rows.size(), expected.size()); i++) {
      var wanted = expected.get(i);
      rows.get(i)
          .replaceAll((column, text) -> {
            var other = wanted.getOrDefault(column, text);
            return text.startsWith(other) && text.length() == other.length() + 1 ? other : text;
          });
    }
    return rows;
  }

  private static boolean spans(Grid grid, int row) {
    return grid.cells().stream()
        .anyMatch(cell -> cell.row() == row && cell.lastColumn() > cell.column());
  }

  private static TreeMap<Integer, String> inOrder(TreeMap<Integer, String> row) {
    var numbered = new TreeMap<Integer, String>();
    row.values().forEach(text -> numbered.put(numbered.size(), text));
    return numbered;
  }

  private static List<TreeMap<Integer, String>> csv(Path file) throws IOException {
    var text = Files.readString(file) + "\n";
    var rows = new ArrayList<TreeMap<Integer, String>>();
    var row = new TreeMap<Integer, String>();
    var field = new StringBuilder();
    boolean quoted = false;
    int column = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == ',' || c == '\n')) {
        if (!plain(field.toString()).isEmpty()) {
          row.put(column, plain(field.toString()));
        }
        field.setLength(0);
        column++;
        if (c == '\n') {
          rows.add(row);
          row = new TreeMap<>();
          column = 0;
        }
      } else {
        field.append(c);
      }
    }
    return rows;
  }

  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s+", "");
  }
}
