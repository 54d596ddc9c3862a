package dev.retune.ui.models;

import dev.retune.model.ModelEntry;
import dev.retune.ui.support.Controls;
import dev.retune.ui.support.Formats;
import dev.retune.ui.support.Messages;
import dev.retune.ui.support.Placeholder;
import dev.retune.ui.support.Tables;
import dev.retune.ui.support.Ui;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/// The models: name, made from, trained on, date, quality beside the base's, size.
final class ModelTable extends StackPane {
  private static final int LEAST = 3;
  private static final int MOST = 9;

  private final Ui ui;
  private final Messages messages;
  private final ModelsModel model;
  private final TableView<ModelEntry> table;

  ModelTable(Ui ui, ModelsModel model) {
    this.ui = ui;
    this.messages = ui.messages(ModelTable.class);
    this.model = model;
    table = Tables.create(ui, "models-table", messages.get("table"));
    var sorted = new SortedList<>(model.shown());
    sorted.comparatorProperty().bind(table.comparatorProperty());
    table.setItems(sorted);
    Tables.addColumns(ui, table, columns());
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_SUBSEQUENT_COLUMNS);
    table.setPlaceholder(
        new Placeholder("models-no-match", Feather.SEARCH, messages.get("filter.none"), "")
            .actions(
                Controls.button(
                    "models-filter-clear",
                    messages.get("filter.clear"),
                    () -> model.filterProperty().set(""))));
    table
        .getSelectionModel()
        .selectedItemProperty()
        .subscribe(entry -> {
          if (entry != null) {
            model.chosenProperty().set(Optional.of(entry));
          }
        });
    model.chosenProperty().subscribe(chosen -> chosen.ifPresent(this::select));
    model
        .shown()
        .addListener(
            (ListChangeListener<ModelEntry>)
                _ -> {
                  model.chosenProperty().get().ifPresent(this::select);
                  fit();
                });
    fit();
    getStyleClass().add("model-table");
    getChildren().add(table);
  }

  /// As high as its rows, so that the chosen model stands right below them.
  private void fit() {
    var rows = Math.clamp(table.getItems().size(), LEAST, MOST);
    setPrefHeight((rows + 1) * Tables.ROW_HEIGHT + 12);
    setMinHeight((LEAST + 1) * Tables.ROW_HEIGHT);
  }

  private void select(ModelEntry entry) {
    if (table.getItems().contains(entry)
        && !entry.equals(table.getSelectionModel().getSelectedItem())) {
      table.getSelectionModel().select(entry);
    }
  }

  private List<TableColumn<ModelEntry, ?>> columns() {
    var formats = ui.formats();
    var today = ui.clock().instant().atZone(ui.clock().getZone()).toLocalDate();
    List<TableColumn<ModelEntry, ?>> columns =
        List.of(
            Tables.text(ui, "name", messages.get("column.name"), 180, ModelEntry::name),
            Tables.text(ui, "from", messages.get("column.from"), 150, this::from),
            Tables.text(ui, "data", messages.get("column.data"), 200, this::data),
            Tables.column(
                "date",
                messages.get("column.date"),
                124,
                ModelEntry::created,
                (Instant at) -> at.equals(Instant.EPOCH) ? "" : formats.when(at, today)),
            quality(formats),
            Tables.number(
                "size",
                messages.get("column.size"),
                80,
                ModelEntry::bytes,
                bytes -> bytes == 0 ? "" : formats.bytes(bytes)));
    columns.subList(3, columns.size()).forEach(column -> column.setMinWidth(column.getPrefWidth()));
    return columns;
  }

  private String from(ModelEntry entry) {
    var lineage = entry.lineage();
    return lineage == null ? messages.get("kind." + entry.kind()) : lineage.baseId();
  }

  private String data(ModelEntry entry) {
    var lineage = entry.lineage();
    return lineage == null
        ? ""
        : model.ofProject(entry)
            ? messages.get("data.here", lineage.datasetName())
            : lineage.datasetName();
  }

  private TableColumn<ModelEntry, Quality> quality(Formats formats) {
    var column =
        Tables.number("ndcg", messages.get("column.ndcg"), 196, Quality::of, (Quality _) -> "");
    column.setCellFactory(_ -> new QualityCell(formats, messages));
    return column;
  }
}
