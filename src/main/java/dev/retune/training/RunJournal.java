package dev.retune.training;

import dev.retune.text.Problem;
import java.time.Clock;
import java.time.Instant;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes the events of one attempt, to the event log for others and in short to the worker's log.
final class RunJournal implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RunJournal.class);

  private final EventLog log;
  private final int attempt;
  private final Clock clock;

  RunJournal(EventLog log, int attempt, Clock clock) {
    this.log = log;
    this.attempt = attempt;
    this.clock = clock;
  }

  /// Writes the event that `make` builds from attempt and time.
  void write(BiFunction<Integer, Instant, RunEvent> make) {
    var event = make.apply(attempt, clock.instant());
    LOG.info("{}", event);
    log.append(event);
  }

  void warn(int step, Problem problem) {
    write((a, now) -> new RunEvent.Warned(a, now, step, StorableProblem.of(problem)));
  }

  int attempt() {
    return attempt;
  }

  @Override
  public void close() {
    log.close();
  }
}
