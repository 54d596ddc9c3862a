package dev.retune.training;

/// Starts the worker of a run as a process of its own, which outlives this one.
public final class WorkerLauncher {
  private final LaunchCommand command;

  public WorkerLauncher(LaunchCommand command) {
    this.command = command;
  }

  /// Starts `retune worker <folder>` in its own process group, its output going to `worker.log`.
  ///
  /// @throws dev.retune.text.ProblemException if it cannot be started
  public ProcessHandle launch(RunFolder run) {
    throw new UnsupportedOperationException(command + " " + run.path());
  }
}
