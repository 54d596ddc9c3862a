package dev.retune.ui.support;

import java.util.function.Function;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/// A cell of text that shows the whole of it as a tooltip where the column clips it.
final class TextCell<R, V> extends TableCell<R, V> {
  private final Function<? super V, String> shown;

  TextCell(Function<? super V, String> shown) {
    this.shown = shown;
    setOnMouseEntered(_ -> offerTooltip());
  }

  @Override
  protected void updateItem(@Nullable V item, boolean empty) {
    super.updateItem(item, empty);
    setText(empty || item == null ? null : shown.apply(item));
  }

  private void offerTooltip() {
    var text = getText();
    setTooltip(text == null || prefWidth(-1) <= getWidth() ? null : new Tooltip(text));
  }
}
