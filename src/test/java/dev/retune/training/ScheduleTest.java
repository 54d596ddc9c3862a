package dev.retune.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ScheduleTest {

  /// What `get_linear_schedule_with_warmup(optimizer, 3, 10)` of transformers gives for a rate of
  /// 1.
  @Test
  void ratesAreThoseOfTransformers() {
    var schedule = new Schedule(Schedule.Kind.LINEAR, 1, 3, 10);
    double[] expected = {
      0, 1 / 3.0, 2 / 3.0, 1, 6 / 7.0, 5 / 7.0, 4 / 7.0, 3 / 7.0, 2 / 7.0, 1 / 7.0
    };
    for (var step = 1; step <= 10; step++) {
      assertThat(schedule.rate(step)).isCloseTo(expected[step - 1], within(1e-12));
    }
  }

  /// What `get_cosine_schedule_with_warmup(optimizer, 3, 10)` of transformers gives for a rate of
  /// 1.
  @Test
  void cosineIsThatOfTransformers() {
    var schedule = new Schedule(Schedule.Kind.COSINE, 1, 3, 10);
    double[] expected = {
      0,
      1 / 3.0,
      2 / 3.0,
      1,
      .9504844339512095,
      .8117449009293668,
      .6112604669781572,
      .38873953302184283,
      .18825509907063326,
      .04951556604879048
    };
    for (var step = 1; step <= 10; step++) {
      assertThat(schedule.rate(step)).isCloseTo(expected[step - 1], within(1e-12));
    }
    assertThat(new Schedule(Schedule.Kind.CONSTANT, 1, 3, 10).rate(10)).isEqualTo(1);
  }

  @Test
  void withoutWarmUpTheFirstStepHasThePeak() {
    assertThat(new Schedule(Schedule.Kind.LINEAR, 2e-5, 0, 4).rate(1)).isEqualTo(2e-5);
  }

  @Test
  void theShareOfWarmUpIsRoundedUp() {
    var settings = TrainingSettings.recommended().edit().warmupRatio(.1).build();
    assertThat(Schedule.of(settings, 134).warmupSteps()).isEqualTo(14);
  }
}
