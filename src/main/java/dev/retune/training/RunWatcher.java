package dev.retune.training;

import java.time.Duration;
import java.util.List;

/// Follows a run folder, whoever works on it, and tells a listener what is new.
public final class RunWatcher implements AutoCloseable {

  /// Told from the watcher's own thread.
  @FunctionalInterface
  public interface Listener {
    /// @param state where the run stands now
    /// @param events what came since the last call, in order; the first call brings all so far
    void changed(RunState state, List<RunEvent> events);
  }

  private RunWatcher() {}

  /// Starts watching; the listener hears about changes only, the first time at once.
  public static RunWatcher watch(RunFolder run, Duration period, Listener listener) {
    throw new UnsupportedOperationException(run.path() + " " + period + listener);
  }

  @Override
  public void close() {}
}
