package dev.retune.ui.support;

import dev.retune.task.Progress;
import org.jspecify.annotations.Nullable;

/// Work off the FX thread.
@FunctionalInterface
public interface Work<T extends @Nullable Object> {

  /// Computes the result; called on a background thread and must not touch the scene.
  T run(Progress progress) throws Exception;
}
