package dev.retune.training;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the events so far say about a run's state, folded one by one.
final class RunProgress {
  private int attempt;
  private boolean paused;
  private @Nullable RunState ending;

  void add(List<RunEvent> events) {
    events.forEach(this::add);
  }

  private void add(RunEvent event) {
    attempt = Math.max(attempt, event.attempt());
    switch (event) {
      case RunEvent.Started _ -> {
        paused = false;
        ending = null;
      }
      case RunEvent.Paused _ -> paused = true;
      case RunEvent.Resumed _ -> paused = false;
      case RunEvent.Stopped _ -> ending = RunState.STOPPED;
      case RunEvent.Finished _ -> ending = RunState.FINISHED;
      case RunEvent.Failed _ -> ending = RunState.FAILED;
      case RunEvent.Preflight _,
          RunEvent.Step _,
          RunEvent.Evaluated _,
          RunEvent.CheckpointSaved _,
          RunEvent.Warned _ -> {}
    }
  }

  /// The highest attempt so far; 0 before the first.
  int attempt() {
    return attempt;
  }

  /// @param worker the living worker; null if there is none
  RunState state(@Nullable LockInfo worker) {
    if (worker != null && worker.attempt() > attempt) {
      return RunState.RUNNING;
    }
    if (ending != null) {
      return ending;
    }
    if (worker != null) {
      return paused ? RunState.PAUSED : RunState.RUNNING;
    }
    return attempt == 0 ? RunState.NEW : RunState.INTERRUPTED;
  }
}
