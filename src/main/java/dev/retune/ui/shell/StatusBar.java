package dev.retune.ui.shell;

import dev.retune.ui.support.Controls;
import dev.retune.ui.support.Messages;
import dev.retune.ui.support.StatusLine;
import dev.retune.ui.support.Ui;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.HBox;

/// The foot of the window: what is running, how far, and when the project was last written.
final class StatusBar extends HBox {
  private final Ui ui;
  private final Messages messages;
  private final HBox work = new HBox(8);
  private final Hyperlink more;
  private final ContextMenu others = new ContextMenu();

  StatusBar(Ui ui) {
    this.ui = ui;
    this.messages = ui.messages(StatusBar.class);
    setId("status-bar");
    getStyleClass().add("status-bar");
    setAlignment(Pos.CENTER_LEFT);
    work.setAlignment(Pos.CENTER_LEFT);
    more = Controls.link("status-more", "", this::showOthers);
    var saved = Controls.label("", "muted", "small");
    saved.setId("status-saved");
    ui.saved()
        .atProperty()
        .subscribe(at ->
            saved.setText(
                at.map(time -> messages.get("saved", ui.formats().time(time))).orElse("")));
    getChildren().addAll(work, more, Controls.spacer(), saved);
    ui.tasks().running().addListener((InvalidationListener) _ -> show());
    show();
  }

  private void show() {
    var running = ui.tasks().running();
    others.hide();
    work.getChildren().clear();
    if (!running.isEmpty()) {
      work.getChildren().add(new StatusLineView(ui, "status-work", running.getLast()));
    }
    more.setVisible(running.size() > 1);
    more.setManaged(running.size() > 1);
    more.setText(messages.get("status.more", running.size() - 1));
  }

  private void showOthers() {
    List<StatusLine> lines = new ArrayList<>(ui.tasks().running());
    if (lines.size() < 2) {
      return;
    }
    others.getItems().clear();
    for (int i = lines.size() - 2; i >= 0; i--) {
      var item =
          new CustomMenuItem(new StatusLineView(ui, "status-work-" + i, lines.get(i)), false);
      others.getItems().add(item);
    }
    others.show(more, javafx.geometry.Side.TOP, 0, 0);
  }
}
