package dev.retune.ui.documents;

import dev.retune.document.MarkdownTable;
import dev.retune.document.PassagePart;
import dev.retune.ui.support.Controls;
import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The text of a passage: paragraphs, and tables as rows and columns.
final class PassageText extends VBox {
  /// A column is at least and at most so wide, in letters, beside the others.
  private static final int NARROWEST = 5;

  private static final int WIDEST = 28;

  PassageText() {
    super(6);
  }

  void show(String text) {
    getChildren().setAll(PassagePart.of(text).stream().map(PassageText::node).toList());
  }

  private static Node node(PassagePart part) {
    return switch (part) {
      case PassagePart.Prose(var text) -> Controls.paragraph(text, "passage-text");
      case MarkdownTable table -> grid(table);
    };
  }

  private static GridPane grid(MarkdownTable table) {
    var grid = new GridPane();
    grid.getStyleClass().add("passage-table");
    int columns =
        Math.max(
            table.headings().size(),
            table.rows().stream().mapToInt(row -> row.cells().size()).max().orElse(0));
    var widths = new int[columns];
    java.util.Arrays.fill(widths, NARROWEST);
    table.rows().forEach(row -> measure(row.cells(), widths));
    measure(table.headings().stream().map(PassageText::longestWord).toList(), widths);
    double all = java.util.Arrays.stream(widths).sum();
    for (int width : widths) {
      var column = new ColumnConstraints();
      column.setPercentWidth(100 * width / all);
      column.setHgrow(Priority.ALWAYS);
      column.setHalignment(HPos.LEFT);
      grid.getColumnConstraints().add(column);
    }
    int at = 0;
    if (table.headings().stream().anyMatch(heading -> !heading.isEmpty())) {
      add(grid, at++, table.headings(), "passage-table-head");
    }
    for (var row : table.rows()) {
      add(grid, at++, row.cells(), "passage-table-cell");
    }
    return grid;
  }

  private static void measure(List<String> cells, int[] widths) {
    for (int i = 0; i < Math.min(cells.size(), widths.length); i++) {
      widths[i] = Math.min(WIDEST, Math.max(widths[i], cells.get(i).length() + 2));
    }
  }

  private static String longestWord(String text) {
    return java.util.Arrays.stream(text.split(" "))
        .max(java.util.Comparator.comparingInt(String::length))
        .orElse("");
  }

  private static void add(GridPane grid, int row, List<String> cells, String styleClass) {
    for (int column = 0; column < cells.size(); column++) {
      Label label = Controls.paragraph(cells.get(column), "small", styleClass);
      label.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
      grid.add(label, column, row);
    }
  }
}
