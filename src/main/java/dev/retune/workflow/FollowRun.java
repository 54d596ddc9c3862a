package dev.retune.workflow;

import dev.retune.task.Progress;
import dev.retune.text.Problem;
import dev.retune.training.RunEvent;
import dev.retune.training.RunFolder;
import dev.retune.training.RunState;
import dev.retune.training.RunWatcher;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/// Waits for a run, whoever works on it.
public final class FollowRun {
  private static final Duration PERIOD = Duration.ofMillis(200);

  /// A worker that has not taken the lock by then never started.
  private static final Duration START = Duration.ofSeconds(60);

  private final RunFolder run;

  public FollowRun(RunFolder run) {
    this.run = run;
  }

  /// Returns when the run is finished, stopped, failed or interrupted. Cancelling only stops the
  /// waiting: the run goes on.
  ///
  /// @throws java.util.concurrent.CancellationException if the waiting was cancelled
  public RunState toItsEnd(Progress progress, Consumer<RunEvent> follow) {
    var ended = new CountDownLatch(1);
    var last = new AtomicReference<>(RunState.NEW);
    var started = System.nanoTime();
    try (var _ =
        RunWatcher.watch(
            run,
            PERIOD,
            (state, events) -> {
              events.forEach(follow);
              last.set(state);
              if (state != RunState.NEW && !state.alive()) {
                ended.countDown();
              }
            })) {
      while (!ended.await(PERIOD.toMillis(), TimeUnit.MILLISECONDS)) {
        progress.checkCancelled();
        var waited = Duration.ofNanos(System.nanoTime() - started);
        if (last.get() == RunState.NEW && waited.compareTo(START) > 0) {
          throw Problem.of(FollowRun.class, "run.notStarted", run.workerLog()).exception();
        }
      }
      return last.get();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new CancellationException();
    }
  }

  /// What to say of a run that did not come to its end.
  public static Problem notFinished(RunFolder run, RunState state) {
    return run.events().stream()
        .filter(RunEvent.Failed.class::isInstance)
        .map(event -> ((RunEvent.Failed) event).problem())
        .reduce((_, later) -> later)
        .orElseGet(() ->
            Problem.of(
                FollowRun.class, "run.notFinished", run.path(), state.name(), run.workerLog()));
  }
}
