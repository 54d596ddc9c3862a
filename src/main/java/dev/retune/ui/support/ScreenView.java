package dev.retune.ui.support;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.Region;

/// What a screen has built, as the keys of the window reach into it.
public interface ScreenView {
  /// The whole of it, header included.
  Region root();

  /// The field that `/` focuses.
  default Optional<TextInputControl> searchField() {
    return Optional.empty();
  }

  /// The panes that F6 moves between, in order.
  List<Node> panes();
}
