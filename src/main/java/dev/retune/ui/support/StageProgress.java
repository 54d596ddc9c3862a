package dev.retune.ui.support;

import dev.retune.task.Progress;
import dev.retune.text.Text;
import java.time.Duration;
import java.util.Optional;

/// Counts a running stage and estimates what is left of it; safe from any thread.
final class StageProgress implements Progress {
  private static final long TELLABLE_AFTER_NANOS = 1_500_000_000L;

  private final Runnable changed;
  private Text stage;
  private long done;
  private long total;
  private long began = System.nanoTime();
  private boolean paused;
  private long pausedSince;
  private volatile boolean cancelled;

  /// @param changed called after each change, from the thread that works
  StageProgress(Text title, Runnable changed) {
    this.stage = title;
    this.changed = changed;
  }

  @Override
  public void begin(Text what, long newTotal) {
    synchronized (this) {
      stage = what;
      done = 0;
      total = newTotal;
      began = System.nanoTime();
      pausedSince = began;
    }
    changed.run();
  }

  @Override
  public void advance(long units) {
    synchronized (this) {
      done += units;
    }
    changed.run();
  }

  @Override
  public boolean cancelled() {
    return cancelled || Thread.currentThread().isInterrupted();
  }

  void cancel() {
    cancelled = true;
  }

  /// The time between is not counted.
  synchronized void pause(boolean value) {
    long now = System.nanoTime();
    if (paused && !value) {
      began += now - pausedSince;
    }
    paused = value;
    pausedSince = now;
  }

  synchronized void showOn(StatusLine line) {
    line.show(stage, done, total, remaining(System.nanoTime() - began));
  }

  private Optional<Duration> remaining(long elapsed) {
    if (paused || total <= 0 || done <= 0 || elapsed < TELLABLE_AFTER_NANOS) {
      return Optional.empty();
    }
    return Optional.of(Duration.ofNanos((long) ((double) elapsed / done * (total - done))));
  }
}
