package dev.retune.training;

import dev.retune.task.Progress;
import dev.retune.text.Text;

/// The person's wishes as the worker sees them; stopping also cancels an evaluation in mid-way.
final class Wishes implements Progress {
  private static final long LOOK_NANOS = 100_000_000;
  private static final long PAUSE_MILLIS = 200;

  private final RunControl control;
  private long looked = System.nanoTime() - LOOK_NANOS;
  private boolean stop;

  Wishes(RunControl control) {
    this.control = control;
  }

  @Override
  public void begin(Text what, long total) {}

  @Override
  public void advance(long units) {}

  /// Whether the person asked to stop; looks at the disk ten times a second at most.
  @Override
  public boolean cancelled() {
    if (!stop && System.nanoTime() - looked >= LOOK_NANOS) {
      looked = System.nanoTime();
      stop = control.asked(RunControl.Request.STOP);
    }
    return stop;
  }

  boolean pause() {
    return control.asked(RunControl.Request.PAUSE);
  }

  /// Returns when the person asks to go on or to stop.
  void awaitResume() throws InterruptedException {
    while (control.asked(RunControl.Request.PAUSE)
        && !control.asked(RunControl.Request.RESUME)
        && !cancelled()) {
      Thread.sleep(PAUSE_MILLIS);
    }
    control.withdraw(RunControl.Request.RESUME);
    control.withdraw(RunControl.Request.PAUSE);
  }

  /// Forgets the wish to stop once it is fulfilled, so that the next evaluation runs to its end.
  void fulfil() {
    control.clear();
    stop = false;
  }
}
