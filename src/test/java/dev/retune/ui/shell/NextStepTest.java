package dev.retune.ui.shell;

import static dev.retune.ui.support.StepStatus.State.ATTENTION;
import static dev.retune.ui.support.StepStatus.State.BEGUN;
import static dev.retune.ui.support.StepStatus.State.DONE;
import static dev.retune.ui.support.StepStatus.State.NOT_BEGUN;
import static dev.retune.ui.support.StepStatus.State.RUNNING;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NextStepTest {

  @Test
  void theFirstThatWasNotBegun() {
    assertThat(NextStep.of(List.of(NOT_BEGUN, NOT_BEGUN))).hasValue(0);
    assertThat(NextStep.of(List.of(DONE, BEGUN, NOT_BEGUN, NOT_BEGUN))).hasValue(2);
    assertThat(NextStep.of(List.of(ATTENTION, RUNNING, DONE))).isEmpty();
  }

  /// While a model is trained there is nothing to compare yet.
  @Test
  void nothingComesNextBeforeWhatRunsHasEnded() {
    assertThat(NextStep.of(List.of(DONE, DONE, RUNNING, NOT_BEGUN, NOT_BEGUN))).isEmpty();
    assertThat(NextStep.of(List.of(DONE, DONE, DONE, NOT_BEGUN, RUNNING))).hasValue(3);
  }
}
