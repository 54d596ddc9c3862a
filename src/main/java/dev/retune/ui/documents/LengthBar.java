package dev.retune.ui.documents;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// The length of one passage against what the model reads.
final class LengthBar extends StackPane {
  private static final double WIDTH = 72;
  private static final double HEIGHT = 4;
  private static final PseudoClass OVER = PseudoClass.getPseudoClass("over");

  private final Region fill = new Region();

  LengthBar() {
    getStyleClass().add("length-bar");
    setAlignment(Pos.CENTER_LEFT);
    setMinSize(WIDTH, HEIGHT);
    setMaxSize(WIDTH, HEIGHT);
    fill.getStyleClass().add("length-bar-fill");
    fill.setMinHeight(HEIGHT);
    fill.setMaxHeight(HEIGHT);
    getChildren().add(fill);
  }

  void show(int tokens, int limit) {
    var share = Math.min(1.0, (double) tokens / Math.max(1, limit));
    fill.setMinWidth(WIDTH * share);
    fill.setMaxWidth(WIDTH * share);
    pseudoClassStateChanged(OVER, tokens > limit);
  }
}
