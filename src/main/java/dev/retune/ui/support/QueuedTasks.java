package dev.retune.ui.support;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Work that must happen in the order in which it was asked for, such as decisions and their undo.
///
/// Used from the FX thread only.
public final class QueuedTasks {
  private final FxTasks tasks;
  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private boolean busy;

  public QueuedTasks(FxTasks tasks) {
    this.tasks = tasks;
  }

  /// Runs `work` after all work asked for before; `then` is called on the FX thread.
  public <T extends @Nullable Object> void run(Work<T> work, Consumer<Outcome<T>> then) {
    waiting.add(() ->
        tasks.<T>quietly(
            work,
            outcome -> {
              busy = false;
              try {
                then.accept(outcome);
              } finally {
                next();
              }
            }));
    next();
  }

  /// Whether nothing is waiting or running.
  public boolean idle() {
    return !busy && waiting.isEmpty();
  }

  private void next() {
    if (!busy && !waiting.isEmpty()) {
      busy = true;
      waiting.removeFirst().run();
    }
  }
}
