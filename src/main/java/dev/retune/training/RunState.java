package dev.retune.training;

/// Where a run stands, derived from its folder alone: the lock, the control files and the events.
public enum RunState {
  /// Made, but no worker has begun yet.
  NEW,
  /// A living worker is at it.
  RUNNING,
  /// A living worker waits to be resumed.
  PAUSED,
  /// Came to its end; the model and the report stand.
  FINISHED,
  /// Stopped by the person; the best model so far and the report stand.
  STOPPED,
  /// Ended with an error that the last event names.
  FAILED,
  /// Its worker is gone without a word; it can be resumed from the last checkpoint.
  INTERRUPTED;

  /// Whether a worker holds the run.
  public boolean alive() {
    return this == RUNNING || this == PAUSED;
  }

  /// Whether a new worker may take the run up.
  public boolean resumable() {
    return this == NEW || this == INTERRUPTED || this == FAILED;
  }

  /// Whether a model and a report stand.
  public boolean done() {
    return this == FINISHED || this == STOPPED;
  }
}
