package dev.retune.ui.compare;

import dev.retune.retrieval.Comparison;
import dev.retune.ui.support.Controls;
import dev.retune.ui.support.Formats;
import dev.retune.ui.support.Messages;
import dev.retune.ui.support.Ui;
import dev.retune.workflow.Scoring;
import java.util.Map;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/// What each way to score passages brings, beside each other: whole passages, windows, the model
/// joined with BM25. Hidden while there is one way only.
final class WaysPart extends GridPane {
  private static final String METRIC = "accuracy@5";

  private final Messages messages;
  private final Formats formats;

  WaysPart(Ui ui, CompareModel model) {
    this.messages = ui.messages(WaysPart.class);
    this.formats = ui.formats();
    setId("compare-ways");
    getStyleClass().add("ways");
    setHgap(12);
    setVgap(2);
    var name = new ColumnConstraints();
    name.setHgrow(Priority.ALWAYS);
    getColumnConstraints().setAll(name, number(), number());
    model.measured.subscribe(
        measured -> show(measured.map(Opened.Measured::ways).orElse(Map.of())));
  }

  private static ColumnConstraints number() {
    var column = new ColumnConstraints(60);
    column.setHalignment(HPos.RIGHT);
    return column;
  }

  private void show(Map<Scoring.Kind, Comparison> ways) {
    getChildren().clear();
    var several = ways.size() > 1;
    setVisible(several);
    setManaged(several);
    if (!several) {
      return;
    }
    addRow(
        0,
        Controls.label(messages.get("ways"), "muted", "small"),
        Controls.label(messages.get("base"), "role-base"),
        Controls.label(messages.get("tuned"), "role-tuned"));
    ways.forEach((kind, comparison) ->
        comparison.table().stream()
            .filter(row -> row.metric().equals(METRIC))
            .forEach(
                row -> addRow(getRowCount(), name(kind), figure(row.base()), figure(row.tuned()))));
  }

  private Label name(Scoring.Kind kind) {
    return Controls.label(messages.get("ways." + kind));
  }

  private Label figure(double value) {
    return Controls.label(formats.percent(value), "figure");
  }
}
