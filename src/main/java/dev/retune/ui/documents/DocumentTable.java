package dev.retune.ui.documents;

import dev.retune.document.Document;
import dev.retune.document.DocumentFiles;
import dev.retune.document.Outcome;
import dev.retune.ui.support.Controls;
import dev.retune.ui.support.Messages;
import dev.retune.ui.support.Placeholder;
import dev.retune.ui.support.Tables;
import dev.retune.ui.support.Ui;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.InvalidationListener;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The documents: name, pages, passages, how reading them ended.
final class DocumentTable extends StackPane {
  /// So that all columns are seen, or the name and the outcome alone.
  private static final double WIDE = 384;

  private static final double NARROW = 232;

  private static final KeyCombination AGAIN =
      new KeyCodeCombination(KeyCode.R, KeyCombination.SHORTCUT_DOWN);

  private final Ui ui;
  private final DocumentsModel model;
  private final TableView<Document> table;
  private final List<TableColumn<Document, ?>> columns;
  private Set<String> several = Set.of();

  DocumentTable(
      Ui ui,
      DocumentsModel model,
      DocumentsController controller,
      ReadingController reading,
      ChangesController changes) {
    var messages = ui.messages(DocumentTable.class);
    this.ui = ui;
    this.model = model;
    table = Tables.create(ui, "documents-table", messages.get("table"));
    model.shown().addListener((InvalidationListener) _ -> tellApart());
    table.setItems(model.shown());
    table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    var formats = ui.formats();
    columns =
        List.of(
            Tables.text(ui, "name", messages.get("column.name"), 240, this::name),
            Tables.number(
                "pages",
                messages.get("column.pages"),
                60,
                Document::pages,
                value -> formats.count(value)),
            Tables.number(
                "passages",
                messages.get("column.passages"),
                76,
                Document::chunks,
                value -> formats.count(value)),
            outcome(messages));
    columns.subList(1, columns.size()).forEach(column -> column.setMinWidth(column.getPrefWidth()));
    columns.getFirst().setMinWidth(100);
    Tables.addColumns(ui, table, columns);
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_SUBSEQUENT_COLUMNS);
    Tables.sortInBackground(ui, table, Comparator.comparing(Document::imported));
    table.setPlaceholder(noMatch(model, messages));
    table
        .getSelectionModel()
        .selectedItemProperty()
        .subscribe(document -> {
          if (document != null) {
            model.chosenProperty().set(Optional.of(document));
          }
        });
    model.chosenProperty().subscribe(chosen -> chosen.ifPresent(this::select));
    table.setOnKeyPressed(event -> {
      if (event.getCode() == KeyCode.DELETE) {
        controller.remove(List.copyOf(table.getSelectionModel().getSelectedItems()));
        event.consume();
      } else if (AGAIN.match(event)) {
        reading.open(List.copyOf(table.getSelectionModel().getSelectedItems()));
        event.consume();
      }
    });
    table.setContextMenu(menu(messages, controller, reading, changes));
    VBox.setVgrow(table, Priority.ALWAYS);
    narrow(false);
    getStyleClass().add("document-table");
    getChildren().add(table);
  }

  /// Documents of the same name, such as versions of one, say when they came.
  private String name(Document document) {
    if (!several.contains(document.name())) {
      return document.name();
    }
    var today = ui.clock().instant().atZone(ui.clock().getZone()).toLocalDate();
    var when = ui.formats().when(document.imported(), today);
    boolean sameDay =
        model.all().stream()
            .filter(other -> other.name().equals(document.name()))
            .filter(other -> ui.formats().when(other.imported(), today).equals(when))
            .skip(1)
            .findAny()
            .isPresent();
    var time = ui.formats().time(document.imported());
    var said = sameDay && !when.equals(time) ? time + ", " + when : when;
    return document.name() + " · " + said;
  }

  private void tellApart() {
    var seen = new HashSet<String>();
    var now =
        model.all().stream()
            .map(Document::name)
            .filter(name -> !seen.add(name))
            .collect(Collectors.toSet());
    if (!now.equals(several)) {
      several = now;
      table.refresh();
    }
  }

  /// Leaves names and outcomes alone where another pane needs the place.
  void narrow(boolean narrow) {
    setMinWidth(narrow ? NARROW : WIDE);
    columns.get(1).setVisible(!narrow);
    columns.get(2).setVisible(!narrow);
  }

  private void select(Document document) {
    if (!document.equals(table.getSelectionModel().getSelectedItem())) {
      table.getSelectionModel().clearSelection();
      table.getSelectionModel().select(document);
    }
  }

  private ContextMenu menu(
      Messages messages,
      DocumentsController controller,
      ReadingController reading,
      ChangesController changes) {
    var again = new MenuItem(messages.get("reading.open"), Controls.icon(Feather.REFRESH_CW));
    again.setId("documents-menu-reread");
    again.setOnAction(_ -> reading.open(List.copyOf(table.getSelectionModel().getSelectedItems())));
    var compare = new MenuItem(messages.get("remedy.changes"), Controls.icon(Feather.COLUMNS));
    compare.setId("documents-menu-changes");
    compare.setOnAction(_ -> {
      var chosen = table.getSelectionModel().getSelectedItem();
      changes.earlierThan(chosen).ifPresent(earlier -> changes.open(earlier, chosen));
    });
    var remove = new MenuItem(messages.get("remove"), Controls.icon(Feather.TRASH_2));
    remove.setId("documents-menu-remove");
    remove.setOnAction(
        _ -> controller.remove(List.copyOf(table.getSelectionModel().getSelectedItems())));
    var menu = new ContextMenu(again, compare, remove);
    // Only for a document of which an earlier version is there.
    menu.setOnShowing(_ -> {
      var chosen = table.getSelectionModel().getSelectedItem();
      again.setDisable(
          reading.busy().get()
              || table.getSelectionModel().getSelectedItems().stream()
                  .noneMatch(DocumentFiles::kept));
      compare.setVisible(chosen != null && changes.earlierThan(chosen).isPresent());
    });
    return menu;
  }

  private static Placeholder noMatch(DocumentsModel model, Messages messages) {
    var pane =
        new Placeholder(
            "documents-no-match",
            Feather.SEARCH,
            messages.get("filter.none"),
            messages.get("filter.none.sentence"));
    return pane.actions(
        Controls.button(
            "documents-filter-clear",
            messages.get("filter.clear"),
            () -> model.filterProperty().set("")));
  }

  private static TableColumn<Document, Outcome> outcome(Messages messages) {
    var column =
        Tables.column(
            "outcome",
            messages.get("column.outcome"),
            96,
            Document::outcome,
            (Outcome outcome) -> messages.get("outcome." + outcome));
    column.setCellFactory(_ ->
        new TableCell<>() {
          @Override
          protected void updateItem(Outcome item, boolean empty) {
            super.updateItem(item, empty);
            setGraphic(empty || item == null ? null : OutcomeChip.of(item, messages));
            setAccessibleText(empty || item == null ? null : messages.get("outcome." + item));
          }
        });
    return column;
  }
}
