package dev.retune.ui.support;

import dev.retune.text.Text;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs work off the FX thread and applies its outcome on it; the only way from one to the other.
///
/// Work with a title appears in [#running] while it lasts.
public final class FxTasks implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(FxTasks.class);

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Executor fx;
  private final ExecutorService workers;
  private final Set<StageProgress> inFlight = new HashSet<>();
  private final ObservableList<StatusLine> running = FXCollections.observableArrayList();

  /// @param fx runs what touches the scene
  public FxTasks(Executor fx) {
    this.fx = fx;
    this.workers =
        Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("retune-work-", 1).factory());
  }

  /// Tasks that apply on the JavaFX application thread.
  public static FxTasks onPlatform() {
    return new FxTasks(action -> {
      if (Platform.isFxApplicationThread()) {
        action.run();
      } else {
        Platform.runLater(action);
      }
    });
  }

  /// Work that is running and has a title, oldest first. Changes on the FX thread.
  public ObservableList<StatusLine> running() {
    return running;
  }

  /// Runs `work` with a line in the status bar.
  ///
  /// @param title what is going on, until the work names its first stage
  /// @param then receives the outcome on the FX thread
  public <T extends @Nullable Object> StatusLine run(
      Text title, Work<T> work, Consumer<Outcome<T>> then) {
    return run(title, work, true, then);
  }

  /// Runs `work` as [#run] does, for the program and not for the project in front: it goes on when
  /// another one is opened ([#settle]).
  public <T extends @Nullable Object> StatusLine runForProgram(
      Text title, Work<T> work, Consumer<Outcome<T>> then) {
    return run(title, work, false, then);
  }

  private <T extends @Nullable Object> StatusLine run(
      Text title, Work<T> work, boolean settles, Consumer<Outcome<T>> then) {
    var line = new AtomicLine(title);
    fx.execute(() -> running.add(line.status));
    submit(
        work,
        line.progress,
        settles,
        (Outcome<T> outcome) -> {
          running.remove(line.status);
          then.accept(outcome);
        });
    return line.status;
  }

  /// Runs short `work` without a line in the status bar.
  public <T extends @Nullable Object> Task quietly(Work<T> work, Consumer<Outcome<T>> then) {
    var progress = new StageProgress(Text.of(FxTasks.class, "task.working"), () -> {});
    return submit(work, progress, true, then);
  }

  /// Gives work that runs elsewhere a line in the status bar. Called on the FX thread.
  ///
  /// @param cancel what the line's cancel button does
  public FollowedWork follow(Text title, Runnable cancel) {
    var line = new StatusLine(title, cancel);
    running.add(line);
    return new FollowedWork(line, () -> running.remove(line));
  }

  /// A slot in which only the newest work counts, such as a search while somebody types.
  public LatestTask latest() {
    return new LatestTask(this);
  }

  /// Runs `action` on the FX thread: at once when already there, else soon.
  public void apply(Runnable action) {
    fx.execute(action);
  }

  private <T extends @Nullable Object> Task submit(
      Work<T> work, StageProgress progress, boolean settles, Consumer<Outcome<T>> then) {
    if (workers.isShutdown()) {
      // The window is closing: nobody waits for the outcome.
      return () -> {};
    }
    if (settles) {
      begun(progress);
    }
    workers.execute(() -> {
      Outcome<T> outcome = outcome(work, progress);
      ended(progress);
      fx.execute(() -> then.accept(outcome));
    });
    return progress::cancel;
  }

  private void begun(StageProgress progress) {
    synchronized (inFlight) {
      inFlight.add(progress);
    }
  }

  private void ended(StageProgress progress) {
    synchronized (inFlight) {
      inFlight.remove(progress);
      inFlight.notifyAll();
    }
  }

  /// Cancels the work of a project and calls `then` on the FX thread once none is running any more,
  /// or once patience with work that does not listen is at its end. What runs elsewhere ([#follow])
  /// or for the program ([#runForProgram]) goes on.
  public void settle(Runnable then) {
    synchronized (inFlight) {
      inFlight.forEach(StageProgress::cancel);
    }
    workers.execute(() -> {
      try {
        synchronized (inFlight) {
          var deadline = System.nanoTime() + PATIENCE.toNanos();
          while (!inFlight.isEmpty() && System.nanoTime() < deadline) {
            inFlight.wait(PATIENCE.toMillis());
          }
        }
        fx.execute(then);
      } catch (InterruptedException _) {
        // The window is closing.
        Thread.currentThread().interrupt();
      }
    });
  }

  private static <T extends @Nullable Object> Outcome<T> outcome(
      Work<T> work, StageProgress progress) {
    try {
      return new Outcome.Done<>(work.run(progress));
    } catch (CancellationException _) {
      return new Outcome.Cancelled<>();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return new Outcome.Cancelled<>();
    } catch (Exception | Error e) {
      // Errors too, such as a stack that a broken file exhausts: whoever waits must hear of it.
      LOG.warn("Background work failed", e);
      return new Outcome.Failed<>(Failure.of(e));
    }
  }

  /// Stops taking work and interrupts what is running.
  @Override
  public void close() {
    workers.shutdownNow();
  }

  /// Running work that can be asked to stop.
  @FunctionalInterface
  public interface Task {
    void cancel();
  }

  /// A status line that many quick steps update with at most one pending FX event.
  private final class AtomicLine {
    private final AtomicBoolean pending = new AtomicBoolean();
    private final StageProgress progress;
    private final StatusLine status;

    private AtomicLine(Text title) {
      progress = new StageProgress(title, this::changed);
      status = new StatusLine(title, progress::cancel, progress::pause);
      status.show(title, 0, 0, Optional.empty());
    }

    private void changed() {
      if (pending.compareAndSet(false, true)) {
        fx.execute(() -> {
          pending.set(false);
          progress.showOn(status);
        });
      }
    }
  }
}
