package dev.retune.ui.shell;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;

/// Moves the focus from pane to pane.
final class PaneFocus {
  private PaneFocus() {}

  /// @param panes in order; the first is the rail
  /// @param owner what has the focus now
  /// @param focusRail focuses the rail's chosen step rather than its first control
  static void move(List<Node> panes, @Nullable Node owner, int direction, Runnable focusRail) {
    int now = direction > 0 ? -1 : 0;
    for (int i = 0; i < panes.size(); i++) {
      if (holds(panes.get(i), owner)) {
        now = i;
      }
    }
    for (int step = 1; step <= panes.size(); step++) {
      int target = Math.floorMod(now + direction * step, panes.size());
      if (target == 0) {
        focusRail.run();
        return;
      }
      if (focusFirst(panes.get(target))) {
        return;
      }
    }
  }

  private static boolean holds(Node pane, @Nullable Node owner) {
    for (Node node = owner; node != null; node = node.getParent()) {
      if (node == pane) {
        return true;
      }
    }
    return false;
  }

  private static boolean focusFirst(Node node) {
    if (!node.isVisible() || node.isDisabled()) {
      return false;
    }
    if (node.isFocusTraversable()) {
      node.requestFocus();
      return true;
    }
    return node instanceof Parent parent
        && parent.getChildrenUnmodifiable().stream().anyMatch(PaneFocus::focusFirst);
  }
}
