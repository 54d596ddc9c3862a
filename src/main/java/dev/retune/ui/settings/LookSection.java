package dev.retune.ui.settings;

import dev.retune.ui.support.Controls;
import dev.retune.ui.support.Messages;
import dev.retune.workflow.Settings;
import javafx.beans.property.Property;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Language and theme.
final class LookSection extends VBox {
  LookSection(Messages messages, SettingsModel model) {
    super(12);
    getChildren()
        .addAll(
            Controls.label(messages.get("look"), "section-title"),
            SettingsRow.of(
                messages.get("language"),
                "",
                choice(messages, "language", Settings.Language.values(), model.languageProperty())),
            SettingsRow.of(
                messages.get("theme"),
                "",
                choice(messages, "theme", Settings.Theme.values(), model.themeProperty())));
  }

  private static <E extends Enum<E>> HBox choice(
      Messages messages, String key, E[] values, Property<E> chosen) {
    var group = new ToggleGroup();
    var row = new HBox();
    row.getStyleClass().add("segments");
    for (int i = 0; i < values.length; i++) {
      var value = values[i];
      var button = new ToggleButton(messages.get(key + "." + value));
      Controls.named(
          button,
          key + "-" + value.name().toLowerCase(java.util.Locale.ROOT),
          messages.get(key) + ": " + button.getText());
      button.setToggleGroup(group);
      button
          .getStyleClass()
          .add(i == 0 ? "left-pill" : i == values.length - 1 ? "right-pill" : "center-pill");
      button.setSelected(chosen.getValue() == value);
      button.setOnAction(_ -> {
        button.setSelected(true); // clicking the chosen one again keeps it
        chosen.setValue(value);
      });
      row.getChildren().add(button);
    }
    return row;
  }
}
