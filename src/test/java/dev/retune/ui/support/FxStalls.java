package dev.retune.ui.support;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javafx.application.Platform;

/// Measures how long the FX thread keeps others waiting, by asking it again and again.
public final class FxStalls implements AutoCloseable {
  private static final long EVERY_MILLIS = 4;
  private final AtomicLong longest = new AtomicLong();
  private final Thread asking = Thread.ofPlatform().daemon().name("fx-stalls").unstarted(this::ask);

  public FxStalls() {
    asking.start();
  }

  private void ask() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        var answered = new java.util.concurrent.CountDownLatch(1);
        var asked = System.nanoTime();
        Platform.runLater(answered::countDown);
        answered.await();
        longest.accumulateAndGet(System.nanoTime() - asked, Math::max);
        Thread.sleep(EVERY_MILLIS);
      }
    } catch (InterruptedException _) {
      // Closed.
    }
  }

  /// The longest wait since the last call, in milliseconds.
  public long longestMillis() {
    return TimeUnit.NANOSECONDS.toMillis(longest.getAndSet(0));
  }

  @Override
  public void close() {
    asking.interrupt();
  }
}
