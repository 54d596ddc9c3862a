package dev.retune.ui.support;

import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

/// Shows exactly one node at a time, chosen by the state of a screen; never blank.
public final class StatePane extends StackPane {

  /// @param state the screen's state
  /// @param view the node for a state; may hand out the same node again
  public <S> StatePane(ObservableValue<S> state, Function<S, Node> view) {
    getStyleClass().add("state-pane");
    state.subscribe(value -> show(view.apply(value)));
  }

  private void show(Node node) {
    if (getChildren().size() != 1 || getChildren().getFirst() != node) {
      getChildren().setAll(node);
      takeFocus(node);
    }
  }

  /// What had the focus is gone with the node before: the keyboard goes on in the new one.
  private void takeFocus(Node node) {
    var scene = getScene();
    var owner = scene == null ? null : scene.getFocusOwner();
    if (owner != null && owner.getScene() != scene) {
      Focus.first(node);
    }
  }
}
