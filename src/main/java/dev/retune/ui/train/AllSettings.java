package dev.retune.ui.train;

import dev.retune.ui.support.Controls;
import dev.retune.ui.support.Ui;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Every setting, folded behind one line and grouped.
final class AllSettings extends VBox {

  AllSettings(Ui ui, TrainModel model) {
    var messages = ui.messages(AllSettings.class);
    getStyleClass().add("all-settings");
    var title = messages.get("settings.title");
    var fold = new ToggleButton(title, Controls.icon(Feather.CHEVRON_RIGHT));
    Controls.named(fold, "train-all-settings", title);
    fold.getStyleClass().addAll("flat", "fold", "strong");
    var content = new VBox();
    content.setId("train-settings");
    content.getStyleClass().add("settings-content");
    var group = "";
    for (var setting : SettingCatalogue.all()) {
      if (!setting.group().equals(group)) {
        group = setting.group();
        content.getChildren().add(heading(messages.get("settings." + group)));
      }
      content
          .getChildren()
          .add(new SettingRow(messages, ui.locale(), setting, model.settings, model));
    }
    getChildren().add(fold);
    fold.selectedProperty()
        .subscribe(open -> {
          fold.setGraphic(Controls.icon(open ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT));
          getChildren().remove(content);
          if (open) {
            getChildren().add(content);
          }
        });
  }

  private static Label heading(String text) {
    return Controls.label(text, "strong", "settings-group");
  }
}
