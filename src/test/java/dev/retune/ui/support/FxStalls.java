package dev.retune.ui.support;

import java.lang.management.ManagementFactory;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javafx.application.Platform;

/// Measures how long the FX thread works without answering, by asking it again and again. Counted
/// is the processor time of that thread, so that a machine busy with other things does not blur it.
public final class FxStalls implements AutoCloseable {
  private static final long EVERY_MILLIS = 4;
  private final AtomicLong longest = new AtomicLong();
  private final Thread asking = Thread.ofPlatform().daemon().name("fx-stalls").unstarted(this::ask);

  /// The toolkit runs already.
  public FxStalls() {
    asking.start();
  }

  private void ask() {
    try {
      var before = spent();
      while (!Thread.currentThread().isInterrupted()) {
        Thread.sleep(EVERY_MILLIS);
        var now = spent();
        var worked = now - before;
        longest.accumulateAndGet(worked, Math::max);
        before = now;
      }
    } catch (InterruptedException _) {
      // Closed.
    }
  }

  /// Processor time that the FX thread has spent when it answers.
  private static long spent() throws InterruptedException {
    var answered = new CountDownLatch(1);
    var time = new AtomicLong();
    Platform.runLater(() -> {
      time.set(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
      answered.countDown();
    });
    answered.await();
    return time.get();
  }

  /// The longest work between two answers since the last call, in milliseconds.
  public long longestMillis() {
    return TimeUnit.NANOSECONDS.toMillis(longest.getAndSet(0));
  }

  @Override
  public void close() {
    asking.interrupt();
  }
}
