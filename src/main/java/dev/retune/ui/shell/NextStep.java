package dev.retune.ui.shell;

import dev.retune.ui.support.StepStatus;
import java.util.List;
import java.util.OptionalInt;

/// Which step comes next: the first that was not begun, once none before it is still running.
final class NextStep {
  private NextStep() {}

  static OptionalInt of(List<StepStatus.State> states) {
    int first = states.indexOf(StepStatus.State.NOT_BEGUN);
    return first < 0 || states.subList(0, first).contains(StepStatus.State.RUNNING)
        ? OptionalInt.empty()
        : OptionalInt.of(first);
  }
}
