package dev.retune.ui.support;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.TextInputControl;
import org.jspecify.annotations.Nullable;

/// Where the keyboard is, and where it goes.
public final class Focus {
  private Focus() {}

  /// Gives the focus to the first control within `node` that takes it.
  ///
  /// @return whether there was one
  public static boolean first(Node node) {
    if (!node.isVisible() || node.isDisabled()) {
      return false;
    }
    if (node.isFocusTraversable()) {
      node.requestFocus();
      return true;
    }
    return node instanceof Parent parent
        && parent.getChildrenUnmodifiable().stream().anyMatch(Focus::first);
  }

  /// Whether `owner` is `pane` or stands within it.
  public static boolean within(Node pane, @Nullable Node owner) {
    for (var node = owner; node != null; node = node.getParent()) {
      if (node == pane) {
        return true;
      }
    }
    return false;
  }

  /// The text field that `owner` is or stands within: what is typed there is text.
  public static Optional<TextInputControl> field(@Nullable Node owner) {
    for (var node = owner; node != null; node = node.getParent()) {
      if (node instanceof TextInputControl field) {
        return Optional.of(field);
      }
    }
    return Optional.empty();
  }
}
