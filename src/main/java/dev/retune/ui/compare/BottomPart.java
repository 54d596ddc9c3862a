package dev.retune.ui.compare;

import dev.retune.ui.support.Controls;
import dev.retune.ui.support.Messages;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Questions and metrics side by side; where there is no room for both, one at a time.
final class BottomPart extends VBox {
  private static final double ROOM_FOR_BOTH = 980;

  private final Region questions;
  private final Region metrics;
  private final HBox both = new HBox();
  private final StackPane one = new StackPane();
  private final HBox choice;
  private final ToggleButton showQuestions;

  BottomPart(Messages messages, Region questions, Region metrics) {
    this.questions = questions;
    this.metrics = metrics;
    getStyleClass().add("compare-bottom");
    both.getStyleClass().add("compare-both");
    HBox.setHgrow(questions, Priority.ALWAYS);
    HBox.setHgrow(metrics, Priority.ALWAYS);
    VBox.setVgrow(both, Priority.ALWAYS);
    VBox.setVgrow(one, Priority.ALWAYS);
    both.setMinHeight(0);
    one.setMinHeight(0);
    var group = new ToggleGroup();
    showQuestions = toggle("compare-show-questions", messages.get("bottom.questions"), group);
    var showMetrics = toggle("compare-show-metrics", messages.get("bottom.metrics"), group);
    choice = new HBox(showQuestions, showMetrics);
    choice.getStyleClass().add("chips");
    choice.setAlignment(Pos.CENTER_LEFT);
    group
        .selectedToggleProperty()
        .subscribe((old, now) -> {
          if (now == null && old != null) {
            group.selectToggle(old);
          } else {
            arrange();
          }
        });
    group.selectToggle(showQuestions);
    widthProperty().subscribe((_, _) -> arrange());
  }

  private static ToggleButton toggle(String id, String name, ToggleGroup group) {
    var button = Controls.named(new ToggleButton(name), id, name);
    button.setToggleGroup(group);
    button.getStyleClass().add("filter-chip");
    return button;
  }

  private void arrange() {
    var roomy = getWidth() <= 0 || getWidth() >= ROOM_FOR_BOTH;
    one.getChildren().clear();
    both.getChildren().clear();
    if (roomy) {
      both.getChildren().setAll(questions, metrics);
      getChildren().setAll(List.of(both));
    } else {
      one.getChildren().setAll(showQuestions.isSelected() ? questions : metrics);
      getChildren().setAll(choice, one);
    }
  }
}
