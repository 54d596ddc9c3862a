package dev.retune.ui.train;

import dev.retune.training.RunEvent;
import dev.retune.ui.support.Controls;
import dev.retune.ui.support.Messages;
import dev.retune.ui.support.Ui;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// One run: what is to be said first, two charts, and the events in words.
final class RunView extends VBox {
  private static final double EVENT_HEIGHT = 26;

  private final Ui ui;
  private final Messages messages;
  private final RunModel model;
  private final RunWords words;
  private final RunTop top;
  private final LossChart loss;
  private final QualityChart quality;
  private final ListView<RunEvent> events = new ListView<>();

  RunView(Ui ui, TrainServices services, TrainController controller, RunModel model) {
    this.ui = ui;
    this.messages = ui.messages(RunView.class);
    this.model = model;
    this.words = new RunWords(messages, ui.formats());
    this.loss = new LossChart(messages, ui.locale());
    this.quality =
        new QualityChart(
            messages, ui.locale(), model.run.configuration().settings().evaluation().metric());
    setId("train-run");
    getStyleClass().add("run-view");
    this.top = new RunTop(ui, services, controller, model);
    var charts = new HBox(loss, quality);
    charts.getStyleClass().add("charts");
    HBox.setHgrow(loss, Priority.ALWAYS);
    HBox.setHgrow(quality, Priority.ALWAYS);
    loss.setPrefWidth(400);
    quality.setPrefWidth(400);
    VBox.setVgrow(charts, Priority.ALWAYS);
    getChildren().addAll(head(controller), top, charts, events());
    model.revision().subscribe(_ -> show());
  }

  /// What F6 moves between.
  List<Node> panes() {
    return List.of(top, events);
  }

  private HBox head(TrainController controller) {
    Hyperlink all = Controls.link("train-all-runs", messages.get("runs.all"), controller::leave);
    all.setGraphic(Controls.icon(Feather.CHEVRON_LEFT));
    var name = Controls.label(model.run.configuration().name(), "section-title");
    var chip = new HBox();
    chip.setAlignment(Pos.CENTER_LEFT);
    model.state().subscribe(state -> chip.getChildren().setAll(RunWords.chip(messages, state)));
    var base =
        Controls.label(
            messages.get("run.from", model.run.configuration().base().id()), "muted", "small");
    var again =
        Controls.link("train-again", messages.get("run.again"), () -> controller.again(model.run));
    var row = new HBox(all, name, chip, base, Controls.spacer(), again);
    row.getStyleClass().add("run-head");
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private ListView<RunEvent> events() {
    Controls.named(events, "train-events", messages.get("events"));
    events.getStyleClass().add("events");
    events.setFixedCellSize(EVENT_HEIGHT);
    events.setPrefHeight(5 * EVENT_HEIGHT + 4);
    events.setMinHeight(3 * EVENT_HEIGHT);
    events.setPlaceholder(Controls.label(messages.get("events.none"), "muted"));
    events.setCellFactory(_ ->
        new ListCell<>() {
          @Override
          protected void updateItem(RunEvent event, boolean empty) {
            super.updateItem(event, empty);
            setText(
                empty || event == null
                    ? null
                    : ui.formats().time(event.time()) + "   " + words.event(event));
          }
        });
    return events;
  }

  private void show() {
    loss.show(model.story());
    quality.show(model.story());
    var told = model.story().telling().reversed();
    if (told.size() != events.getItems().size()) {
      events.getItems().setAll(told);
    }
  }
}
