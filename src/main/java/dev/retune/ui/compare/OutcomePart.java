package dev.retune.ui.compare;

import dev.retune.retrieval.QueryOutcome;
import dev.retune.ui.compare.CompareModel.Line;
import dev.retune.ui.support.Controls;
import dev.retune.ui.support.Messages;
import dev.retune.ui.support.StatusText;
import dev.retune.ui.support.Tables;
import dev.retune.ui.support.Ui;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import javafx.geometry.Pos;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The held-out questions, won, lost and the same; choosing one asks it.
final class OutcomePart extends VBox {
  private final Ui ui;
  private final Messages messages;
  private final CompareModel model;
  private final CompareController controller;

  OutcomePart(Ui ui, CompareModel model, CompareController controller) {
    this.ui = ui;
    this.messages = ui.messages(OutcomePart.class);
    this.model = model;
    this.controller = controller;
    getStyleClass().add("outcomes");
    var chips =
        new HBox(
            chip("compare-all", Optional.empty()),
            chip("compare-won", Optional.of(QueryOutcome.Kind.WON)),
            chip("compare-lost", Optional.of(QueryOutcome.Kind.LOST)),
            chip("compare-same", Optional.of(QueryOutcome.Kind.SAME)));
    chips.getStyleClass().add("chips");
    chips.setAlignment(Pos.CENTER_LEFT);
    var table = table();
    VBox.setVgrow(table, Priority.ALWAYS);
    var what = Controls.paragraph(messages.get("outcome.what"), "muted", "small");
    what.setId("compare-questions-what");
    getChildren().addAll(chips, what, table);
  }

  private ToggleButton chip(String id, Optional<QueryOutcome.Kind> kind) {
    var chip = new ToggleButton();
    chip.setId(id);
    chip.getStyleClass().add("filter-chip");
    chip.setMinWidth(USE_PREF_SIZE);
    model.measured.subscribe(measured -> {
      var count =
          measured
              .map(done ->
                  kind.map(k -> done.comparison().count(k))
                      .orElse((long) done.comparison().outcomes().size()))
              .map(ui.formats()::count)
              .orElse("");
      var name = messages.get("outcome." + kind.map(Enum::name).orElse("ALL"));
      chip.setText((name + " " + count).strip());
      chip.setAccessibleText(chip.getText());
    });
    model.kind.subscribe(now -> chip.setSelected(now.equals(kind)));
    chip.setOnAction(_ -> {
      model.kind.set(kind);
      chip.setSelected(true);
    });
    return chip;
  }

  private TableView<Line> table() {
    var table = Tables.<Line>create(ui, "compare-questions", messages.get("outcome.table"));
    table.setItems(model.shown);
    Tables.addColumns(
        ui,
        table,
        List.of(
            kind(),
            Tables.<Line>text(
                ui, "compare-question", messages.get("outcome.question"), 300, Line::question),
            rank("base", QueryOutcome::baseRank),
            rank("tuned", QueryOutcome::tunedRank),
            rank("bm25", QueryOutcome::bm25Rank)));
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_NEXT_COLUMN);
    table.getColumns().forEach(column -> column.setSortable(false));
    table.setPlaceholder(placeholder());
    table
        .getSelectionModel()
        .selectedItemProperty()
        .subscribe(line -> {
          if (line != null) {
            controller.ask(line.question());
          }
        });
    return table;
  }

  private VBox placeholder() {
    var label = Controls.paragraph("", "muted");
    var again =
        Controls.button("compare-measure", messages.get("outcome.measure"), controller::measure);
    again.visibleProperty().bind(model.unmeasured.isNotEmpty());
    again.managedProperty().bind(again.visibleProperty());
    Runnable show =
        () -> {
          var line = model.measuring.get();
          label.setText(
              line.isPresent()
                  ? StatusText.of(line.get(), ui.formats())
                  : !model.unmeasured.get().isEmpty()
                      ? model.unmeasured.get()
                      : messages.get(
                          model.measured.get().isEmpty() ? "outcome.none" : "outcome.no.match"));
        };
    model.measuring.subscribe(line -> {
      show.run();
      line.ifPresent(running -> running.doneProperty().subscribe(show));
    });
    model.measured.subscribe(show);
    model.unmeasured.subscribe(show);
    var box = new VBox(8, label, again);
    box.setAlignment(Pos.CENTER);
    return box;
  }

  private TableColumn<Line, QueryOutcome.Kind> kind() {
    var column =
        Tables.<Line, QueryOutcome.Kind>column(
            "compare-kind", "", 36, line -> line.outcome().kind(), Enum::name);
    column.setMinWidth(36);
    column.setMaxWidth(36);
    column.setCellFactory(_ -> new KindCell(messages));
    return column;
  }

  private TableColumn<Line, Integer> rank(String who, ToIntFunction<QueryOutcome> rank) {
    var column =
        Tables.<Line, Integer>number(
            "compare-rank-" + who,
            messages.get(who),
            54,
            line -> rank.applyAsInt(line.outcome()),
            value -> CompareWords.rank(value));
    column.setMinWidth(54);
    column.setMaxWidth(54);
    return column;
  }

  /// Won, lost or the same: an arrow with a colour and a name.
  private static final class KindCell extends TableCell<Line, QueryOutcome.Kind> {
    private final Messages messages;

    KindCell(Messages messages) {
      this.messages = messages;
      setAlignment(Pos.CENTER);
    }

    @Override
    protected void updateItem(QueryOutcome.Kind kind, boolean empty) {
      super.updateItem(kind, empty);
      getStyleClass().removeAll("role-right", "role-lost", "muted");
      if (empty || kind == null) {
        setText(null);
        return;
      }
      setText(
          switch (kind) {
            case WON -> "▲";
            case LOST -> "▼";
            case SAME -> "＝";
          });
      getStyleClass()
          .add(
              switch (kind) {
                case WON -> "role-right";
                case LOST -> "role-lost";
                case SAME -> "muted";
              });
      setAccessibleText(messages.get("outcome." + kind));
    }
  }
}
