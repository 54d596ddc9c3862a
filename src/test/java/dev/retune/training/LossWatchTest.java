package dev.retune.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LossWatchTest {
  @Test
  void aLossThatFallsAndJumpsAboutIsFine() {
    var watch = new LossWatch();
    var random = new Random(1);
    for (var step = 0; step < 2000; step++) {
      var loss = Math.exp(-step / 300.0) * (.5 + random.nextDouble());
      assertThat(watch.exploded(step % 97 == 0 ? 4 * loss : loss)).isFalse();
    }
  }

  @Test
  void aLossNearZeroMayRiseToWhereItBegan() {
    var watch = new LossWatch();
    for (var step = 0; step < 300; step++) {
      assertThat(watch.exploded(step < 20 ? .5 : step < 200 ? .001 : .4)).isFalse();
    }
  }

  @Test
  void tenStepsAboveThreeTimesTheUsualAreAnExplosion() {
    var watch = new LossWatch();
    for (var step = 0; step < 100; step++) {
      assertThat(watch.exploded(.5)).isFalse();
    }
    for (var step = 1; step < LossWatch.PATIENCE; step++) {
      assertThat(watch.exploded(1.6 * step)).isFalse();
    }
    assertThat(watch.exploded(40)).isTrue();
    assertThat(watch.usual()).isEqualTo(.5);
  }

  /// Steps 41 to 60 were taken twice, the first time with losses that are no longer true.
  @Test
  void aRunThatGoesOnKnowsWhatTheLossWasBefore() {
    var straight = new LossWatch();
    var events = new ArrayList<RunEvent>();
    for (var step = 1; step <= 60; step++) {
      assertThat(straight.exploded(loss(step))).isFalse();
      events.add(taken(step, step <= 40 ? loss(step) : 7));
    }
    for (var step = 41; step <= 64; step++) {
      events.add(taken(step, step <= 60 ? loss(step) : 7));
    }
    var resumed = new LossWatch();
    resumed.recall(events, 60);
    assertThat(resumed.usual()).isEqualTo(straight.usual()).isLessThan(1.2);
    for (var step = 61; step < 60 + LossWatch.PATIENCE; step++) {
      assertThat(straight.exploded(9)).isFalse();
      assertThat(resumed.exploded(9)).isFalse();
    }
    assertThat(straight.exploded(9)).isTrue();
    assertThat(resumed.exploded(9)).isTrue();
  }

  private static double loss(int step) {
    return .5 + step % 7 / 10.0;
  }

  private static RunEvent taken(int step, double loss) {
    return new RunEvent.Step(1, Instant.EPOCH, step, 100, 0, loss, 0, 0, 0, 0, 0);
  }

  @Test
  void oneGoodStepInBetweenIsNone() {
    var watch = new LossWatch();
    for (var step = 0; step < 200; step++) {
      assertThat(watch.exploded(step > 50 && step % 8 != 0 ? 9 : .5)).isFalse();
    }
  }
}
