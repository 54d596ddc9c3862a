package dev.retune.training;

import dev.retune.text.ProblemException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Follows a run folder, whoever works on it, and tells a listener what is new.
public final class RunWatcher implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RunWatcher.class);

  /// Told from the watcher's own thread.
  @FunctionalInterface
  public interface Listener {
    /// @param state where the run stands now
    /// @param events what came since the last call, in order; the first call brings all so far
    void changed(RunState state, List<RunEvent> events);
  }

  private final RunFolder run;
  private final Duration period;
  private final Listener listener;
  private final EventReader reader;
  private final RunProgress progress = new RunProgress();
  private final Thread thread;
  private @Nullable RunState last;

  private RunWatcher(RunFolder run, Duration period, Listener listener) {
    this.run = run;
    this.period = period;
    this.listener = listener;
    reader = new EventReader(run.eventsFile());
    thread = Thread.ofVirtual().name("watch-" + run.id()).unstarted(this::follow);
  }

  /// Starts watching; the listener hears about changes only, the first time at once.
  ///
  /// @param period how often to look; half a second is lively enough
  public static RunWatcher watch(RunFolder run, Duration period, Listener listener) {
    var watcher = new RunWatcher(run, period, listener);
    watcher.thread.start();
    return watcher;
  }

  private void follow() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        look();
        Thread.sleep(period);
      }
    } catch (InterruptedException _) {
      // Closed.
    }
  }

  private void look() {
    try {
      // The lock first: a worker that ends between the two reads has then written its last event.
      var worker = run.worker().orElse(null);
      var events = reader.poll();
      progress.add(events);
      var state = progress.state(worker);
      if (state != last || !events.isEmpty()) {
        last = state;
        listener.changed(state, events);
      }
    } catch (ProblemException e) {
      LOG.warn("{}", e.getMessage());
    } catch (RuntimeException e) {
      // A listener's fault must not end the watching.
      LOG.error("{}", run.id(), e);
    }
  }

  /// Stops watching; the listener may be at its last call still.
  @Override
  public void close() {
    thread.interrupt();
  }
}
