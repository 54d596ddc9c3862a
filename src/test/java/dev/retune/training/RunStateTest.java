package dev.retune.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunStateTest {
  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

  @TempDir Path folder;
  private RunFolder run;

  @BeforeEach
  void run() {
    run = new RunFolder(folder, Runs.configuration());
  }

  @Test
  void aRunWithoutEventsIsNew() {
    assertThat(run.state()).isEqualTo(RunState.NEW);
  }

  @Test
  void aLivingWorkerMeansRunningFromTheFirstMoment() {
    log(new RunEvent.Failed(1, NOW, 3, problem()));
    try (var _ = RunLock.take(run.lockFile(), 2, Clock.systemUTC()).orElseThrow()) {
      assertThat(run.state()).isEqualTo(RunState.RUNNING);
      log(started(2), new RunEvent.Paused(2, NOW, 3));
      assertThat(run.state()).isEqualTo(RunState.PAUSED);
      log(new RunEvent.Resumed(2, NOW, 3));
      assertThat(run.state()).isEqualTo(RunState.RUNNING);
    }
    assertThat(run.state()).isEqualTo(RunState.INTERRUPTED);
  }

  @Test
  void theEndOfTheLastAttemptCounts() {
    log(started(1), new RunEvent.Failed(1, NOW, 3, problem()));
    assertThat(run.state()).isEqualTo(RunState.FAILED);
    log(started(2));
    assertThat(run.state()).isEqualTo(RunState.INTERRUPTED);
    log(new RunEvent.Stopped(2, NOW, 9, 6));
    assertThat(run.state()).isEqualTo(RunState.STOPPED);
    log(started(3), new RunEvent.Finished(3, NOW, 9, 6, 1));
    assertThat(run.state()).isEqualTo(RunState.FINISHED);
  }

  @Test
  void aDeadProcessOrOneThatTookItsNumberDoesNotHoldTheRun() throws IOException {
    log(started(1));
    var self = LockInfo.ofThisProcess(1, Instant.now());
    write(new LockInfo(1, self.pid(), self.started(), 1, Instant.now()));
    assertThat(run.state()).isEqualTo(RunState.RUNNING);
    write(new LockInfo(1, self.pid(), Instant.EPOCH, 1, Instant.now()));
    assertThat(run.state()).isEqualTo(RunState.INTERRUPTED);
    write(new LockInfo(1, Long.MAX_VALUE, self.started(), 1, Instant.now()));
    assertThat(run.state()).isEqualTo(RunState.INTERRUPTED);
  }

  @Test
  void aSilentWorkerCountsAsGone() throws IOException {
    log(started(1));
    var self = LockInfo.ofThisProcess(1, Instant.now());
    write(self.beat(Instant.now().minus(LockInfo.SILENCE).minusSeconds(1)));
    assertThat(run.state()).isEqualTo(RunState.INTERRUPTED);
  }

  @Test
  void anUnreadableLockIsNoLock() throws IOException {
    log(started(1));
    Files.writeString(run.lockFile(), "{\"pid\":");
    assertThat(run.state()).isEqualTo(RunState.INTERRUPTED);
  }

  @Test
  void aSecondWorkerIsKeptOut() {
    try (var _ = RunLock.take(run.lockFile(), 1, Clock.systemUTC()).orElseThrow()) {
      assertThat(RunLock.take(run.lockFile(), 2, Clock.systemUTC())).isEmpty();
    }
    assertThat(run.lockFile()).doesNotExist();
  }

  @Test
  void theHeartBeats() throws InterruptedException {
    try (var _ = RunLock.take(run.lockFile(), 1, Clock.systemUTC()).orElseThrow()) {
      var first = RunLock.read(run.lockFile()).orElseThrow().heartbeat();
      Thread.sleep(2500);
      assertThat(RunLock.read(run.lockFile()).orElseThrow().heartbeat()).isAfter(first);
    }
  }

  @Test
  void pauseAndResumeTakeEachOtherBackAndStopStays() {
    run.requestPause();
    run.requestStop();
    run.requestResume();
    assertThat(run.control().asked(RunControl.Request.PAUSE)).isFalse();
    assertThat(run.control().asked(RunControl.Request.RESUME)).isTrue();
    assertThat(run.control().asked(RunControl.Request.STOP)).isTrue();
  }

  @Test
  void aWatcherHearsOfEventsAndOfStates() throws InterruptedException {
    var heard = new LinkedBlockingQueue<String>();
    log(started(1));
    try (var _ =
        RunWatcher.watch(
            run,
            Duration.ofMillis(20),
            (state, events) -> heard.add(state + " " + events.size()))) {
      assertThat(heard.poll(5, TimeUnit.SECONDS)).isEqualTo("INTERRUPTED 1");
      log(new RunEvent.Finished(1, NOW, 9, 6, 1));
      assertThat(heard.poll(5, TimeUnit.SECONDS)).isEqualTo("FINISHED 1");
      assertThat(heard.poll(100, TimeUnit.MILLISECONDS)).isNull();
    }
  }

  private void write(LockInfo info) throws IOException {
    Files.writeString(run.lockFile(), dev.retune.file.Json.line(info));
  }

  private void log(RunEvent... events) {
    try (var log = new EventLog(run.eventsFile())) {
      List.of(events).forEach(log::append);
    }
  }

  private static RunEvent started(int attempt) {
    return new RunEvent.Started(attempt, NOW, 1, 1, "0", "cpu", 2, 0, 9);
  }

  private static dev.retune.text.Problem problem() {
    return dev.retune.text.Problem.of(SettingsCheck.class, "setting.least", "epochs", "0", "1");
  }
}
