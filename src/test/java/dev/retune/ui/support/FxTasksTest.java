package dev.retune.ui.support;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retune.text.Text;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FxTasksTest {
  private static final Text TITLE = Text.of(FxTasksTest.class, "task.working");

  private final ExecutorService fx = Executors.newSingleThreadExecutor();
  private final FxTasks tasks = new FxTasks(fx);
  private final BlockingQueue<Object> seen = new LinkedBlockingQueue<>();

  @AfterEach
  void close() {
    tasks.close();
    fx.shutdownNow();
  }

  @Test
  void doneCancelledAndFailedAreThreeThings() throws Exception {
    tasks.run(TITLE, _ -> 7, seen::add);
    assertThat(next()).isEqualTo(new Outcome.Done<>(7));
    tasks.run(
        TITLE,
        _ -> {
          throw new CancellationException();
        },
        seen::add);
    assertThat(next()).isInstanceOf(Outcome.Cancelled.class);
    tasks.run(
        TITLE,
        _ -> {
          throw new IllegalStateException("broken");
        },
        seen::add);
    assertThat(next()).isInstanceOf(Outcome.Failed.class);
    assertThat(onFx(() -> tasks.running().size())).isZero();
  }

  @Test
  void settlingCancelsWorkAndWaitsForItsEnd() throws Exception {
    var begun = new CountDownLatch(1);
    tasks.run(
        TITLE,
        progress -> {
          begun.countDown();
          try {
            while (true) {
              progress.checkCancelled();
              Thread.sleep(5);
            }
          } finally {
            Thread.sleep(100);
            seen.add("work has ended");
          }
        },
        outcome -> {});
    assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
    tasks.settle(() -> seen.add("settled"));
    assertThat(next()).isEqualTo("work has ended");
    assertThat(next()).isEqualTo("settled");
  }

  @Test
  void workIsListedWhileItRunsAndCanBeCancelled() throws Exception {
    var begun = new CountDownLatch(1);
    var line =
        tasks.<String>run(
            TITLE,
            progress -> {
              progress.begin(TITLE, 10);
              progress.advance(4);
              begun.countDown();
              while (true) {
                progress.checkCancelled();
                Thread.sleep(2);
              }
            },
            seen::add);
    begun.await();
    assertThat(onFx(() -> tasks.running().contains(line))).isTrue();
    assertThat(onFx(line::share)).isEqualTo(.4);
    onFx(() -> {
      line.cancel();
      return line;
    });
    assertThat(next()).isInstanceOf(Outcome.Cancelled.class);
    assertThat(onFx(() -> tasks.running().isEmpty())).isTrue();
  }

  @Test
  void theNewestOfASlotWins() throws Exception {
    var latest = tasks.latest();
    var release = new CountDownLatch(1);
    onFx(() -> {
      latest.run(
          _ -> {
            release.await();
            return "old";
          },
          seen::add);
      latest.run(_ -> "new", seen::add);
      return true;
    });
    assertThat(next()).isEqualTo(new Outcome.Done<>("new"));
    release.countDown();
    assertThat(seen.poll(200, TimeUnit.MILLISECONDS)).isNull();
  }

  @Test
  void outcomesAreAppliedOnTheOneThread() throws Exception {
    var fxThread = onFx(Thread::currentThread);
    tasks.quietly(_ -> Thread.currentThread(), _ -> seen.add(Thread.currentThread()));
    assertThat(next()).isSameAs(fxThread);
  }

  private Object next() throws InterruptedException {
    var value = seen.poll(10, TimeUnit.SECONDS);
    assertThat(value).isNotNull();
    return value;
  }

  private <T> T onFx(java.util.concurrent.Callable<T> work) throws Exception {
    return fx.submit(work).get(10, TimeUnit.SECONDS);
  }
}
