package dev.retune.ui.shell;

import dev.retune.ui.support.Focus;
import java.util.List;
import javafx.scene.Node;
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
      if (Focus.within(panes.get(i), owner)) {
        now = i;
      }
    }
    for (int step = 1; step <= panes.size(); step++) {
      int target = Math.floorMod(now + direction * step, panes.size());
      if (target == 0) {
        focusRail.run();
        return;
      }
      if (Focus.first(panes.get(target))) {
        return;
      }
    }
  }
}
