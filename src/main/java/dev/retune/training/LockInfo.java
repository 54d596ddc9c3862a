package dev.retune.training;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What `lock` says: which process works on the run, and when it last gave a sign of life.
///
/// @param started when the process began, against process ids that are used again; null if the
///   platform does not tell
/// @param attempt of the run that this worker makes
record LockInfo(
    int schemaVersion, long pid, @Nullable Instant started, int attempt, Instant heartbeat) {

  /// Without a sign of life for so long, a worker counts as gone even if its process exists.
  static final Duration SILENCE = Duration.ofSeconds(60);

  static LockInfo ofThisProcess(int attempt, Instant now) {
    var process = ProcessHandle.current();
    return new LockInfo(
        RunConfiguration.SCHEMA,
        process.pid(),
        process.info().startInstant().orElse(null),
        attempt,
        now);
  }

  LockInfo beat(Instant now) {
    return new LockInfo(schemaVersion, pid, started, attempt, now);
  }

  /// Whether the process lives, is the same one, and was heard of lately.
  boolean alive(Instant now) {
    return heartbeat.isAfter(now.minus(SILENCE))
        && ProcessHandle.of(pid).filter(this::sameProcess).isPresent();
  }

  private boolean sameProcess(ProcessHandle process) {
    if (!process.isAlive()) {
      return false;
    }
    var actual = process.info().startInstant();
    return started == null
        || actual.isEmpty()
        || Duration.between(started, actual.get()).abs().toSeconds() < 2;
  }
}
