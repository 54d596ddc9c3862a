package dev.retune.ui.train;

import dev.retune.ui.support.Controls;
import dev.retune.ui.support.Ui;
import dev.retune.workflow.AuxiliaryChoice;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// One dataset that is learned from beside the pairs: what it holds, and how it is learned from.
final class OtherDataset extends VBox {
  private final List<SettingRow<AuxiliaryChoice>> rows;
  private final Button remove;

  /// @param place what its controls are called by
  OtherDataset(Ui ui, String place, ObjectProperty<AuxiliaryChoice> other, Runnable removed) {
    var messages = ui.messages(OtherDataset.class);
    getStyleClass().add("data-part");
    var content = other.get().content();
    var name = content.name();
    remove = Controls.iconButton(place, Feather.X, messages.get("others.remove", name), removed);
    var head =
        new HBox(
            Controls.label(name),
            Controls.label("·", "muted"),
            Controls.label(OtherWords.rows(messages, content), "muted"),
            remove);
    head.getStyleClass().add("other-head");
    head.setAlignment(Pos.CENTER_LEFT);
    var settings = new VBox();
    settings.getStyleClass().add("other-settings");
    rows =
        OtherCatalogue.all(content).stream()
            .map(setting ->
                new SettingRow<>(
                    messages,
                    place,
                    setting,
                    other,
                    now -> OtherCatalogue.standard(setting, now),
                    List.of()))
            .toList();
    settings.getChildren().addAll(rows);
    getChildren().addAll(head, settings);
    place(place);
  }

  /// Calls it by another place in the list.
  void place(String place) {
    setId(place);
    remove.setId(place + "-remove");
    rows.forEach(row -> row.place(place));
  }

  /// Watches nothing any more, once it is taken away.
  void release() {
    rows.forEach(SettingRow::release);
  }
}
