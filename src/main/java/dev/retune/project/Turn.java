package dev.retune.project;

import dev.retune.task.Progress;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;

/// Lets one piece of work through at a time; the others wait in line and can be cancelled there.
public final class Turn {
  private static final int PATIENCE_MILLIS = 100;

  private final ReentrantLock lock = new ReentrantLock(true);
  private final AtomicInteger aside = new AtomicInteger();

  /// Does `work` when its turn comes.
  ///
  /// @throws CancellationException if cancelled, or the thread interrupted, while waiting
  public void take(Progress progress, Runnable work) {
    await(progress);
    try {
      work.run();
    } finally {
      if (lock.isHeldByCurrentThread()) {
        lock.unlock();
      }
    }
  }

  /// Lets others through while this thread waits for something else in the middle of its work; its
  /// turn comes again before this returns. If `waiting` fails, the turn is over.
  ///
  /// @throws CancellationException if cancelled, or the thread interrupted, while waiting
  public void aside(Progress progress, Runnable waiting) {
    boolean mine = lock.isHeldByCurrentThread();
    if (mine) {
      lock.unlock();
    }
    aside.incrementAndGet();
    try {
      waiting.run();
    } finally {
      aside.decrementAndGet();
    }
    if (mine) {
      await(progress);
    }
  }

  /// Whether nobody waits aside in the middle of its work.
  public boolean alone() {
    return aside.get() == 0;
  }

  private void await(Progress progress) {
    try {
      while (!lock.tryLock(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
        progress.checkCancelled();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new CancellationException();
    }
  }
}
