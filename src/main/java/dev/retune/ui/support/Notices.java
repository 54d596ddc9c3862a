package dev.retune.ui.support;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Short messages over the foot of the screen: "Removed 3 documents · Undo". The newest replaces
/// the one before. Used from the FX thread.
public final class Notices {

  /// A message with at most one action.
  ///
  /// @param action label of the action, such as "Undo"
  /// @param run what the action does
  public record Notice(String message, Optional<String> action, Runnable run) {}

  private final ReadOnlyObjectWrapper<Optional<Notice>> current =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  public ReadOnlyObjectProperty<Optional<Notice>> currentProperty() {
    return current.getReadOnlyProperty();
  }

  /// Says what was done.
  public void say(String message) {
    current.set(Optional.of(new Notice(message, Optional.empty(), () -> {})));
  }

  /// Says what was done and offers one action, mostly to undo it.
  public void say(String message, String action, Runnable run) {
    current.set(Optional.of(new Notice(message, Optional.of(action), run)));
  }

  public void dismiss() {
    current.set(Optional.empty());
  }
}
