package dev.retune.ui.train;

import dev.retune.training.RunState;
import dev.retune.ui.support.Controls;
import dev.retune.ui.support.Messages;
import dev.retune.ui.support.Tables;
import dev.retune.ui.support.Ui;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import javafx.collections.ListChangeListener;
import javafx.collections.transformation.SortedList;
import javafx.geometry.Pos;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The runs of the project; one click or Enter opens one.
final class RunTable extends VBox {
  private static final int SHOWN = 8;

  private final Ui ui;
  private final Messages messages;
  private final TrainController controller;

  RunTable(Ui ui, TrainModel model, TrainController controller) {
    this.ui = ui;
    this.messages = ui.messages(RunTable.class);
    this.controller = controller;
    getStyleClass().add("run-table");
    var table = Tables.<TrainModel.RunLine>create(ui, "train-runs", messages.get("runs.title"));
    // The list stays the latest first, which the rail goes by, however the table is sorted.
    var sorted = new SortedList<>(model.runs);
    sorted.comparatorProperty().bind(table.comparatorProperty());
    table.setItems(sorted);
    Tables.addColumns(ui, table, List.of(name(), when(), state(), base(), tuned(), bm25()));
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_NEXT_COLUMN);
    table.setRowFactory(_ -> row());
    table.setOnKeyPressed(event -> {
      if (event.getCode() == KeyCode.ENTER) {
        Optional.ofNullable(table.getSelectionModel().getSelectedItem()).ifPresent(this::open);
      }
    });
    var figures = Controls.label("", "muted", "small");
    figures.setId("train-runs-figures");
    var title = new HBox(8, Controls.label(messages.get("runs.title"), "section-title"), figures);
    title.setAlignment(Pos.BASELINE_LEFT);
    getChildren().addAll(title, table);
    Runnable size =
        () -> {
          var rows = Math.min(SHOWN, model.runs.size());
          table.setPrefHeight((rows + 1) * Tables.ROW_HEIGHT + 12);
          table.setMinHeight(Math.min(3, rows + 1) * Tables.ROW_HEIGHT + 12);
          setVisible(rows > 0);
          setManaged(rows > 0);
          figures.setText(figures(model));
        };
    model.runs.addListener((ListChangeListener<TrainModel.RunLine>) _ -> size.run());
    size.run();
  }

  /// What the figures are: "NDCG@10 on the validation questions". Runs by another metric name it
  /// too.
  private String figures(TrainModel model) {
    var metrics =
        model.runs.stream()
            .flatMap(line -> line.quality().stream())
            .map(quality -> RunWords.metric(quality.metric()))
            .distinct()
            .collect(Collectors.joining(", "));
    return metrics.isEmpty() ? "" : messages.get("runs.figures", metrics);
  }

  private TableRow<TrainModel.RunLine> row() {
    var row = new TableRow<TrainModel.RunLine>();
    row.setOnMouseClicked(event -> {
      if (event.getButton() == MouseButton.PRIMARY && !row.isEmpty()) {
        open(row.getItem());
      }
    });
    return row;
  }

  private void open(TrainModel.RunLine line) {
    controller.runs().open(line.run());
  }

  private TableColumn<TrainModel.RunLine, String> name() {
    return Tables.text(
        ui,
        "train-run-name",
        messages.get("runs.name"),
        160,
        line -> line.run().configuration().name());
  }

  private TableColumn<TrainModel.RunLine, Instant> when() {
    var today = LocalDate.ofInstant(ui.clock().instant(), ui.clock().getZone());
    return Tables.column(
        "train-run-when",
        messages.get("runs.when"),
        120,
        line -> line.run().configuration().created(),
        created -> ui.formats().when(created, today));
  }

  private TableColumn<TrainModel.RunLine, RunState> state() {
    var column =
        Tables.<TrainModel.RunLine, RunState>column(
            "train-run-state",
            messages.get("runs.state"),
            120,
            TrainModel.RunLine::state,
            RunState::name);
    column.setCellFactory(_ ->
        new TableCell<>() {
          @Override
          protected void updateItem(RunState state, boolean empty) {
            super.updateItem(state, empty);
            setGraphic(empty || state == null ? null : RunWords.chip(messages, state));
            setAccessibleText(empty || state == null ? null : messages.get("state." + state));
          }
        });
    return column;
  }

  private TableColumn<TrainModel.RunLine, Double> base() {
    return score("base", TrainModel.Quality::base);
  }

  private TableColumn<TrainModel.RunLine, Double> tuned() {
    return score("tuned", TrainModel.Quality::tuned);
  }

  private TableColumn<TrainModel.RunLine, Double> bm25() {
    return score("bm25", TrainModel.Quality::bm25);
  }

  private TableColumn<TrainModel.RunLine, Double> score(
      String who, ToDoubleFunction<TrainModel.Quality> value) {
    return Tables.number(
        "train-run-" + who,
        messages.get("runs." + who),
        100,
        line -> line.quality().map(value::applyAsDouble).orElse(Double.NaN),
        number -> Double.isNaN(number) ? "–" : ui.formats().score(number));
  }
}
