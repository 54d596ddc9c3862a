package dev.retune.document;

import dev.retune.document.table.Cell;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/// Adjacency relations of the cells of a document's tables, after Göbel, Hassan, Oro and Orsi,
/// *ICDAR 2013 Table Competition*: a relation joins a cell that has text with the nearest such cell
/// to its right, and with the nearest below; blank cells have none and are passed over. A cell that
/// spans several rows has a neighbour to its right in each of them, each counted once.
///
/// Two relations are the same if they stand on the same page and direction and the texts of both
/// cells agree without white space. Of relations that occur several times as many count as occur on
/// both sides.
record Adjacency(Map<String, Integer> relations) {

  /// A cell with its page and table.
  record Placed(
      int page, int table, int row, int column, int lastRow, int lastColumn, String text) {
    static Placed of(int page, int table, Cell cell) {
      return new Placed(
          page, table, cell.row(), cell.column(), cell.lastRow(), cell.lastColumn(), cell.text());
    }
  }

  static Adjacency of(List<Placed> cells) {
    var tables = new TreeMap<String, List<Placed>>();
    for (var cell : cells) {
      if (!plain(cell.text()).isEmpty()) {
        tables.computeIfAbsent(cell.page() + "/" + cell.table(), _ -> new ArrayList<>()).add(cell);
      }
    }
    var relations = new HashMap<String, Integer>();
    for (var table : tables.values()) {
      var found = new ArrayList<String>();
      for (var cell : table) {
        found.addAll(rightOf(cell, table));
        found.addAll(below(cell, table));
      }
      found.forEach(relation -> relations.merge(relation, 1, Integer::sum));
    }
    return new Adjacency(relations);
  }

  private static List<String> rightOf(Placed cell, List<Placed> table) {
    var next = new ArrayList<Placed>();
    for (int row = cell.row(); row <= cell.lastRow(); row++) {
      int r = row;
      table.stream()
          .filter(o -> o.row() <= r && o.lastRow() >= r && o.column() > cell.lastColumn())
          .min(Comparator.comparingInt(Placed::column))
          .filter(o -> !next.contains(o))
          .ifPresent(next::add);
    }
    return next.stream().map(o -> relation("right", cell, o)).toList();
  }

  private static List<String> below(Placed cell, List<Placed> table) {
    var next = new ArrayList<Placed>();
    for (int column = cell.column(); column <= cell.lastColumn(); column++) {
      int c = column;
      table.stream()
          .filter(o -> o.column() <= c && o.lastColumn() >= c && o.row() > cell.lastRow())
          .min(Comparator.comparingInt(Placed::row))
          .filter(o -> !next.contains(o))
          .ifPresent(next::add);
    }
    return next.stream().map(o -> relation("below", cell, o)).toList();
  }

  private static String relation(String direction, Placed a, Placed b) {
    return a.page() + " " + direction + " " + plain(a.text()) + " " + plain(b.text());
  }

  private static String plain(String text) {
    return text.replaceAll("[\\s\u00a0]+", "").toLowerCase(Locale.ROOT);
  }

  int count() {
    return relations.values().stream().mapToInt(Integer::intValue).sum();
  }

  int shared(Adjacency other) {
    return relations.entrySet().stream()
        .mapToInt(e -> Math.min(e.getValue(), other.relations.getOrDefault(e.getKey(), 0)))
        .sum();
  }

  /// The cells of a `-str.xml` of the competition.
  static List<Placed> truth(Path file) throws IOException {
    try {
      var tables =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(file.toFile())
              .getElementsByTagName("cell");
      var cells = new ArrayList<Placed>();
      for (int i = 0; i < tables.getLength(); i++) {
        var cell = (Element) tables.item(i);
        var region = (Element) cell.getParentNode();
        var table = (Element) region.getParentNode();
        int row = number(cell, "start-row", 0);
        int column = number(cell, "start-col", 0);
        cells.add(
            new Placed(
                number(region, "page", 1),
                number(table, "id", 0) * 100 + number(region, "id", 0),
                row,
                column,
                number(cell, "end-row", row),
                number(cell, "end-col", column),
                content(cell)));
      }
      return cells;
    } catch (ParserConfigurationException | SAXException e) {
      throw new IOException(e);
    }
  }

  private static String content(Element cell) {
    Node content = cell.getElementsByTagName("content").item(0);
    return content == null ? "" : content.getTextContent();
  }

  private static int number(Element element, String name, int otherwise) {
    var value = element.getAttribute(name);
    return value.isEmpty() ? otherwise : Integer.parseInt(value);
  }
}
