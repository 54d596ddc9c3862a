package dev.retune.training;

import java.nio.file.Path;

/// What `retune worker <run folder>` does: trains the run to its end.
public final class Worker {
  private Worker() {}

  /// Takes the lock, trains or resumes, writes model and report.
  ///
  /// @return the exit code: 0 finished or stopped, 1 failed (the last event says why), 3 another
  ///   worker holds the run
  public static int run(Path runFolder) {
    throw new UnsupportedOperationException(runFolder.toString());
  }
}
