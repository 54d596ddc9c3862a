package dev.retune.training;

import java.nio.file.Path;

/// Appends to `events.jsonl`, one event a line.
public final class EventLog implements AutoCloseable {
  private final Path file;

  EventLog(Path file) {
    this.file = file;
  }

  public void append(RunEvent event) {
    throw new UnsupportedOperationException(file + " " + event);
  }

  @Override
  public void close() {}
}
