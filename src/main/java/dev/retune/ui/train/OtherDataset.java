package dev.retune.ui.train;

import dev.retune.ui.support.Controls;
import dev.retune.ui.support.Ui;
import dev.retune.workflow.AuxiliaryChoice;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// One dataset that is learned from beside the pairs: what it holds, and how it is learned from.
final class OtherDataset extends VBox {

  /// @param place what its controls are called by
  OtherDataset(Ui ui, String place, ObjectProperty<AuxiliaryChoice> other, Runnable remove) {
    var messages = ui.messages(OtherDataset.class);
    setId(place);
    getStyleClass().add("data-part");
    var content = other.get().content();
    var name = content.path().getFileName().toString();
    var head =
        new HBox(
            Controls.label(name),
            Controls.label("·", "muted"),
            Controls.label(OtherWords.rows(messages, content), "muted"),
            Controls.iconButton(
                place + "-remove", Feather.X, messages.get("others.remove", name), remove));
    head.getStyleClass().add("other-head");
    head.setAlignment(Pos.CENTER_LEFT);
    var settings = new VBox();
    settings.getStyleClass().add("other-settings");
    for (var setting : OtherCatalogue.all(content)) {
      settings
          .getChildren()
          .add(
              new SettingRow<>(
                  messages,
                  place,
                  setting,
                  other,
                  now -> OtherCatalogue.standard(setting, now),
                  List.of()));
    }
    getChildren().addAll(head, settings);
  }
}
