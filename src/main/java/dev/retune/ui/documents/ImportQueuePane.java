package dev.retune.ui.documents;

import dev.retune.document.ImportQueue;
import dev.retune.document.ImportQueue.Entry;
import dev.retune.ui.support.Controls;
import dev.retune.ui.support.Messages;
import dev.retune.ui.support.StatusLine;
import dev.retune.ui.support.Ui;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The import that is running: how far it is, what becomes of each file, and what stops it.
final class ImportQueuePane extends VBox {
  private static final double ROW = 32;
  private static final int MOST_ROWS = 5;
  private static final double BAR = 200;

  private final Messages messages;
  private final ImportModel model;
  private final ListView<Entry> list = new ListView<>();
  private final Label title = Controls.label("", "strong");
  private final ProgressBar bar = new ProgressBar(0);
  private final Button pause;
  private final Button cancel;
  private int reading = -1;

  ImportQueuePane(Ui ui, ImportModel model, ImportController controller) {
    super(4);
    this.messages = ui.messages(ImportQueuePane.class);
    this.model = model;
    setId("import-queue");
    getStyleClass().add("import-summary");
    title.setId("import-queue-title");
    bar.setId("import-queue-progress");
    bar.setPrefWidth(BAR);
    pause =
        Controls.button(
            "import-pause",
            messages.get("queue.pause"),
            () -> controller.pause(!model.pausedProperty().get()));
    cancel = Controls.button("import-cancel", messages.get("queue.cancel"), controller::cancel);
    var line = new HBox(8, title, Controls.spacer(), bar, pause, cancel);
    line.setAlignment(Pos.CENTER_LEFT);
    Controls.named(list, "import-queue-list", messages.get("queue.name"));
    list.getStyleClass().add("import-queue-list");
    list.setItems(model.entries());
    list.setFixedCellSize(ROW);
    list.setCellFactory(_ -> new ImportQueueCell(messages, ui, controller::withdraw));
    list.setOnKeyPressed(event -> {
      var chosen = list.getSelectionModel().getSelectedItem();
      if (event.getCode() == KeyCode.DELETE && chosen != null) {
        controller.withdraw(chosen);
        event.consume();
      }
    });
    getChildren().addAll(line, list);
    model.entries().addListener((InvalidationListener) _ -> show());
    model.pausedProperty().subscribe(this::show);
    model.lineProperty().subscribe(this::running);
  }

  private void running(Optional<StatusLine> line) {
    setVisible(line.isPresent());
    setManaged(line.isPresent());
    reading = -1;
    cancel.disableProperty().unbind();
    line.ifPresent(work -> cancel.disableProperty().bind(work.cancellingProperty()));
    show();
  }

  private void show() {
    boolean paused = model.pausedProperty().get();
    title.setText(
        messages.get(paused ? "queue.paused" : "queue.title", model.ended(), model.files()));
    bar.setProgress(model.share());
    bar.setAccessibleText(title.getText());
    pause.setText(messages.get(paused ? "queue.resume" : "queue.pause"));
    pause.setAccessibleText(pause.getText());
    var height = ROW * Math.clamp(model.entries().size(), 1, MOST_ROWS) + 2;
    list.setMinHeight(height);
    list.setMaxHeight(height);
    follow();
  }

  /// The file that is being read comes into sight when its turn comes, with the one before.
  private void follow() {
    var entries = model.entries();
    for (int i = 0; i < entries.size(); i++) {
      if (entries.get(i).state() instanceof ImportQueue.State.Reading && i != reading) {
        reading = i;
        list.scrollTo(Math.max(0, i - 1));
        return;
      }
    }
  }
}
