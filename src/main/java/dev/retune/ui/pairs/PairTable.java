package dev.retune.ui.pairs;

import dev.retune.pair.PairRow;
import dev.retune.pair.ReviewStatus;
import dev.retune.ui.support.Messages;
import dev.retune.ui.support.Tables;
import dev.retune.ui.support.Ui;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/// Builds the table of pairs.
final class PairTable {
  static final String QUESTION = "pairs-question";
  private static final String HEADINGS = "pairs-headings";
  private static final String SPLIT = "pairs-split";
  private static final double WIDE = 760;
  private static final double NARROW = 600;

  private final Ui ui;
  private final Messages messages;
  private final PairsModel model;
  private final PairsController controller;

  PairTable(Ui ui, PairsModel model, PairsController controller) {
    this.ui = ui;
    this.messages = ui.messages(PairTable.class);
    this.model = model;
    this.controller = controller;
  }

  TableView<PairRow> build() {
    var table = Tables.<PairRow>create(ui, "pairs-table", messages.get("table"));
    table.setItems(model.shown);
    table.setEditable(true);
    table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    Tables.addColumns(
        ui, table, List.of(status(), question(), headings(), place(), relevance(), split()));
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_NEXT_COLUMN);
    table.setSortPolicy(sorted -> {
      controller.sort(Optional.ofNullable(sorted.getComparator()));
      return true;
    });
    table.widthProperty().subscribe(width -> fit(table, width.doubleValue()));
    new TableSelection(table, model).bind();
    return table;
  }

  /// Lets go of what the drawer shows anyway where the table is too narrow for all of it.
  private static void fit(TableView<PairRow> table, double width) {
    for (var column : table.getColumns()) {
      switch (column.getId()) {
        case HEADINGS -> column.setVisible(width <= 0 || width >= WIDE);
        case SPLIT -> column.setVisible(width <= 0 || width >= NARROW);
        default -> {}
      }
    }
  }

  private TableColumn<PairRow, ReviewStatus> status() {
    var column =
        Tables.<PairRow, ReviewStatus>column(
            "pairs-status", "", 40, PairRow::status, ReviewStatus::name);
    column.setCellFactory(_ -> new StatusCell(messages));
    return fixed(column, 40);
  }

  private TableColumn<PairRow, String> question() {
    var column =
        Tables.<PairRow>text(ui, QUESTION, messages.get("column.question"), 420, PairRow::question);
    column.setMinWidth(160);
    column.setEditable(true);
    column.setCellFactory(_ -> new QuestionCell(messages, model::flags));
    column.setOnEditCommit(event -> controller.edit(event.getRowValue().id(), event.getNewValue()));
    return column;
  }

  private TableColumn<PairRow, String> headings() {
    var column =
        Tables.<PairRow>text(
            ui,
            HEADINGS,
            messages.get("column.headings"),
            200,
            row -> Words.headings(row.headingPath()));
    column.setCellFactory(_ -> mutedCell(OverrunStyle.LEADING_ELLIPSIS));
    return readOnly(column);
  }

  private TableColumn<PairRow, String> place() {
    var column =
        Tables.<PairRow>text(
            ui,
            "pairs-place",
            messages.get("column.place"),
            150,
            row -> Words.place(messages, row));
    column.setCellFactory(_ -> mutedCell(OverrunStyle.LEADING_ELLIPSIS));
    column.setMinWidth(112);
    return readOnly(column);
  }

  private TableColumn<PairRow, Double> relevance() {
    var column =
        Tables.<PairRow, Double>column(
            "pairs-relevance",
            messages.get("column.relevance"),
            88,
            PairRow::relevance,
            Words::dots);
    column.getStyleClass().add("dots");
    return fixed(column, 88);
  }

  private TableColumn<PairRow, String> split() {
    var column =
        Tables.<PairRow>text(
            ui, SPLIT, messages.get("column.split"), 88, row -> Words.split(messages, row.split()));
    return fixed(column, 92);
  }

  private static <V> TableColumn<PairRow, V> fixed(TableColumn<PairRow, V> column, double width) {
    column.setMinWidth(width);
    column.setMaxWidth(width);
    return readOnly(column);
  }

  private static <V> TableColumn<PairRow, V> readOnly(TableColumn<PairRow, V> column) {
    column.setEditable(false);
    return column;
  }

  private static TableCell<PairRow, String> mutedCell(OverrunStyle overrun) {
    var cell =
        new TableCell<PairRow, String>() {
          @Override
          protected void updateItem(String text, boolean empty) {
            super.updateItem(text, empty);
            setText(empty ? null : text);
          }
        };
    cell.getStyleClass().add("muted");
    cell.setTextOverrun(overrun);
    return cell;
  }
}
