package dev.retune.ui.shell;

import dev.retune.ui.support.Controls;
import dev.retune.ui.support.Messages;
import dev.retune.ui.support.Screen;
import dev.retune.ui.support.Shortcut;
import dev.retune.ui.support.StepStatus;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// One step in the rail: its state, name and number, and whether it comes next.
final class RailStep extends ToggleButton {
  private final StepGlyph glyph = new StepGlyph();
  private final Label number = Controls.label("", "step-number");
  private final Label next;
  private final Screen screen;
  private final Messages messages;

  /// @param position from 1
  RailStep(Screen screen, int position, Messages messages) {
    this.screen = screen;
    this.messages = messages;
    setId("step-" + screen.id());
    getStyleClass().add("rail-step");
    setMaxWidth(Double.MAX_VALUE);
    setTooltip(
        new Tooltip(
            messages.get(
                "rail.step.tooltip", screen.title(), Shortcut.with(String.valueOf(position)))));
    next = Controls.label(messages.get("rail.next"), "step-next");
    var name = Controls.label(screen.title(), "step-name");
    var line = new HBox(8, glyph, name, Controls.spacer(), next);
    line.setAlignment(Pos.CENTER_LEFT);
    var body = new VBox(line, number);
    body.setAlignment(Pos.CENTER_LEFT);
    body.getStyleClass().add("step-body");
    body.prefWidthProperty().bind(widthProperty().subtract(24));
    setGraphic(body);
    screen.status().subscribe(this::show);
  }

  Screen screen() {
    return screen;
  }

  void markNext(boolean isNext) {
    next.setVisible(isNext);
    next.setManaged(isNext);
  }

  private void show(StepStatus status) {
    glyph.show(status.state());
    number.setText(status.number());
    number.setVisible(!status.number().isEmpty());
    number.setManaged(number.isVisible());
    setAccessibleText(
        screen.title()
            + ", "
            + messages.get("rail.state." + status.state())
            + (status.number().isEmpty() ? "" : ", " + status.number()));
  }
}
