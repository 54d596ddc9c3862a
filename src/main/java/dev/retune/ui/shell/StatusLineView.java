package dev.retune.ui.shell;

import dev.retune.ui.support.Controls;
import dev.retune.ui.support.StatusLine;
import dev.retune.ui.support.StatusText;
import dev.retune.ui.support.Ui;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/// One running piece of work: words, bar, cancel.
final class StatusLineView extends HBox {
  private final Ui ui;
  private final StatusLine line;
  private final Label text = Controls.label("", "small");
  private final ProgressBar bar = new ProgressBar();

  StatusLineView(Ui ui, String id, StatusLine line) {
    super(8);
    this.ui = ui;
    this.line = line;
    setAlignment(Pos.CENTER_LEFT);
    getStyleClass().add("status-line");
    var messages = ui.messages(StatusLineView.class);
    text.setId(id + "-text");
    bar.setPrefWidth(140);
    bar.setId(id + "-progress");
    var cancel =
        Controls.iconButton(id + "-cancel", Feather.X, messages.get("status.cancel"), line::cancel);
    cancel.getStyleClass().add("tiny");
    getChildren().addAll(text, bar, cancel);
    line.doneProperty().subscribe(this::show);
    line.totalProperty().subscribe(this::show);
    line.stageProperty().subscribe(this::show);
    line.remainingProperty().subscribe(this::show);
    line.pausedProperty().subscribe(this::show);
    line.cancellingProperty()
        .subscribe(cancelling -> {
          cancel.setDisable(cancelling);
          show();
        });
  }

  private void show() {
    var words = StatusText.of(line, ui.formats());
    text.setText(words);
    // A bar without end would go on moving.
    bar.setProgress(line.pausedProperty().get() ? Math.max(0, line.share()) : line.share());
    bar.setAccessibleText(words);
  }
}
