package dev.retune.ui.settings;

import dev.retune.ui.support.Controls;
import dev.retune.ui.support.Messages;
import dev.retune.ui.support.Ui;
import javafx.geometry.Pos;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Where models, settings and logs live.
final class PlacesSection extends VBox {
  PlacesSection(Ui ui, Messages messages, SettingsModel model) {
    super(12);
    var folder = new TextField(model.home().toString());
    folder.setEditable(false);
    Controls.named(folder, "data-folder", messages.get("places.folder"));
    HBox.setHgrow(folder, Priority.ALWAYS);
    var show =
        Controls.button(
            "data-folder-show",
            messages.get("places.show"),
            () -> ui.browser().reveal(model.home()));
    var line = new HBox(8, folder, show);
    line.setAlignment(Pos.CENTER_LEFT);
    getChildren()
        .addAll(
            Controls.label(messages.get("places"), "section-title"),
            SettingsRow.of(messages.get("places.folder"), messages.get("places.sentence"), line));
  }
}
