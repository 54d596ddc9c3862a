package dev.retune.ui.support;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A slot in which the newest work wins: older work is cancelled and its outcome never applied.
///
/// Used from the FX thread only.
public final class LatestTask {
  private final FxTasks tasks;
  private FxTasks.@Nullable Task current;
  private long newest;

  LatestTask(FxTasks tasks) {
    this.tasks = tasks;
  }

  /// Replaces what is running by `work`. `then` is called on the FX thread unless newer work came.
  public <T extends @Nullable Object> void run(Work<T> work, Consumer<Outcome<T>> then) {
    cancel();
    long mine = newest;
    current =
        tasks.quietly(
            work,
            outcome -> {
              if (mine == newest) {
                then.accept(outcome);
              }
            });
  }

  /// Cancels what is running; its outcome is dropped.
  public void cancel() {
    newest++;
    if (current != null) {
      current.cancel();
      current = null;
    }
  }
}
