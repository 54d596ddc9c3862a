package dev.retune.ui.documents;

import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;

/// A line of a list as wide as the list and as high as its text then is.
abstract class WrappingCell<T> extends ListCell<T> {
  private static final double SCROLL_BAR = 16;
  private static final double SPACING = 4;

  /// What stands in it, one below the other.
  private final VBox body = new VBox(SPACING);

  WrappingCell() {
    getStyleClass().add("passage");
    setPrefWidth(0); // as wide as the list, so that the text breaks
  }

  final VBox body() {
    return body;
  }

  /// The height at the width that the list gives: a cell asks before it knows its own.
  @Override
  protected final double computePrefHeight(double width) {
    var list = getListView();
    if (getGraphic() == null || list == null) {
      return super.computePrefHeight(width);
    }
    var outer = getWidth() > 0 ? getWidth() : list.getWidth() - SCROLL_BAR;
    var inner = outer - snappedLeftInset() - snappedRightInset();
    return snappedTopInset() + body.prefHeight(inner) + snappedBottomInset();
  }
}
