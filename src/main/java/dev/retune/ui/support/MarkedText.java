package dev.retune.ui.support;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;

/// A text with some of its words marked, and optionally one stretch of it on a tinted ground.
///
/// Styled by the classes `marked-text`, `marked-word` and `marked-ground`.
public final class MarkedText extends Region {

  private final TextFlow flow = new TextFlow();
  private final Path ground = new Path();
  private @Nullable Span stretch;

  public MarkedText() {
    getStyleClass().add("marked-text");
    ground.getStyleClass().add("marked-ground");
    ground.setManaged(false);
    ground.setMouseTransparent(true);
    getChildren().addAll(ground, flow);
    setAccessibleRole(AccessibleRole.TEXT);
    setMinWidth(0);
  }

  /// Shows `text` with `words` marked and `stretch`, if there is one, on a tinted ground.
  public void show(String text, List<Span> words, @Nullable Span stretch) {
    this.stretch = stretch;
    var parts = new ArrayList<Text>();
    var at = 0;
    for (var word : words) {
      if (word.start() > at) {
        parts.add(part(text.substring(at, word.start()), "plain-word"));
      }
      parts.add(part(word.of(text), "marked-word"));
      at = word.end();
    }
    if (at < text.length()) {
      parts.add(part(text.substring(at), "plain-word"));
    }
    flow.getChildren().setAll(parts);
    setAccessibleText(text);
    requestLayout();
  }

  private static Text part(String text, String styleClass) {
    var node = new Text(text);
    node.getStyleClass().add(styleClass);
    return node;
  }

  @Override
  protected double computePrefHeight(double width) {
    return flow.prefHeight(width < 0 ? -1 : width - insets().getLeft() - insets().getRight())
        + insets().getTop()
        + insets().getBottom();
  }

  @Override
  protected double computePrefWidth(double height) {
    return flow.prefWidth(height) + insets().getLeft() + insets().getRight();
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  public javafx.geometry.Orientation getContentBias() {
    return javafx.geometry.Orientation.HORIZONTAL;
  }

  @Override
  protected void layoutChildren() {
    var in = insets();
    var width = getWidth() - in.getLeft() - in.getRight();
    flow.resizeRelocate(in.getLeft(), in.getTop(), width, flow.prefHeight(width));
    flow.layout();
    ground.relocate(0, 0);
    var marked = stretch;
    if (marked == null) {
      ground.getElements().clear();
    } else {
      ground.getElements().setAll(flow.getRangeShape(marked.start(), marked.end(), false));
      ground.setLayoutX(in.getLeft());
      ground.setLayoutY(in.getTop());
    }
  }

  private Insets insets() {
    return getInsets();
  }
}
