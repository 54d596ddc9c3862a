package dev.retune.training;

import static org.assertj.core.api.Assertions.assertThat;

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

  @Test
  void oneGoodStepInBetweenIsNone() {
    var watch = new LossWatch();
    for (var step = 0; step < 200; step++) {
      assertThat(watch.exploded(step > 50 && step % 8 != 0 ? 9 : .5)).isFalse();
    }
  }
}
