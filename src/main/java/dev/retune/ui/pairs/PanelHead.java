package dev.retune.ui.pairs;

import dev.retune.ui.support.Controls;
import dev.retune.ui.support.Ui;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Title of a panel above the table, and its closing.
final class PanelHead {
  private PanelHead() {}

  static HBox of(Ui ui, String id, String title, PairsModel pairs) {
    var close =
        Controls.iconButton(
            id + "-close",
            Feather.X,
            ui.messages(PanelHead.class).get("panel.close"),
            () -> pairs.panel.set(PairsModel.Panel.NONE));
    close.getStyleClass().add("tiny");
    var head = new HBox(Controls.label(title, "strong"), Controls.spacer(), close);
    head.setAlignment(Pos.CENTER_LEFT);
    return head;
  }

  static void style(VBox panel, String id) {
    panel.setId(id);
    panel.getStyleClass().add("pairs-panel");
  }
}
