package dev.retune.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PaceTest {

  @Test
  void aSlowFirstStepDoesNotSpoilTheEstimate() {
    var pace = new Pace();
    pace.evaluation(60);
    pace.step(40);
    pace.step(6);
    pace.step(6.2);
    assertThat(pace.current()).isEqualTo(6.2);
    assertThat(pace.secondsLeft(10, 2)).isCloseTo(182, within(1e-9));
  }

  @Test
  void theEstimateFollowsTheLatestSteps() {
    var pace = new Pace();
    for (var i = 0; i < 100; i++) {
      pace.step(i < 70 ? 2 : 5);
    }
    assertThat(pace.current()).isEqualTo(5);
    assertThat(pace.median()).isEqualTo(2);
  }

  @Test
  void evaluationsComeTenTimesARunOrFewerWhereTheyAreDear() {
    assertThat(new TokenLoad(0, 0, 1_000, 5_000).evaluationEvery(134)).isEqualTo(14);
    // 200,000 tokens forward cost as much as 66,667 in training: at most a fifth of the time.
    assertThat(new TokenLoad(0, 0, 200_000, 5_000).evaluationEvery(134)).isEqualTo(67);
    assertThat(new TokenLoad(0, 0, 1e9, 5_000).evaluationEvery(134)).isEqualTo(134);
    assertThat(new TokenLoad(0, 0, 1, 5_000).evaluationEvery(3)).isEqualTo(1);
  }
}
