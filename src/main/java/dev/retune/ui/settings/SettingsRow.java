package dev.retune.ui.settings;

import dev.retune.ui.support.Controls;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/// A setting: its name on the left, what sets it on the right, a sentence below.
final class SettingsRow {
  private static final double NAME_WIDTH = 160;

  private SettingsRow() {}

  /// @param sentence says what it is for; empty if the name says it all
  static GridPane of(String name, String sentence, Node control) {
    return of(name, Controls.paragraph(sentence, "muted", "small"), control);
  }

  static GridPane of(String name, Label sentence, Node control) {
    var grid = new GridPane();
    grid.setHgap(16);
    grid.setVgap(4);
    var names = new ColumnConstraints(NAME_WIDTH);
    var controls = new ColumnConstraints();
    controls.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().addAll(names, controls);
    var label = Controls.label(name);
    label.setLabelFor(control);
    GridPane.setValignment(label, VPos.CENTER);
    grid.add(label, 0, 0);
    grid.add(control, 1, 0);
    if (!sentence.getText().isEmpty() || sentence.textProperty().isBound()) {
      grid.add(sentence, 1, 1);
    }
    grid.setAlignment(Pos.CENTER_LEFT);
    return grid;
  }
}
