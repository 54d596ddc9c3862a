package dev.retune.ui.support;

import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.Region;

/// One step of the window, plugged into the shell. The shell builds [#node] when it is first shown.
public interface Screen {

  /// Stable name: `documents`, `pairs`, `train`, `compare`, `models`.
  String id();

  /// Name in the rail.
  String title();

  /// The whole screen, header included. Called once, on the FX thread, when first shown.
  Region node();

  /// State and number for the rail; known before the screen is ever shown.
  ObservableValue<StepStatus> status();

  /// The keys of this screen, for the list behind `?`.
  List<KeyHelp> keys();

  /// The field that `/` focuses.
  default Optional<TextInputControl> searchField() {
    return Optional.empty();
  }

  /// The panes that F6 moves between, in order; each a node that can take the focus.
  default List<Node> panes() {
    return List.of();
  }

  /// The screen came to the front.
  default void onShown() {}

  /// Another screen came to the front, or the project closes.
  default void onHidden() {}

  /// The project closes: stop watching and let go of what was opened.
  default void dispose() {}
}
