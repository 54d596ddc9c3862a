package dev.retune.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BootstrapTest {

  private static double[] normal(int n, double mean, long seed) {
    var random = new SplittableRandom(seed);
    return IntStream.range(0, n).mapToDouble(_ -> mean + random.nextGaussian()).toArray();
  }

  @Test
  void agreesWithTheNormalApproximationWhereThatHolds() {
    var values = normal(2000, 1, 3);
    double mean = IntStream.range(0, 2000).mapToDouble(i -> values[i]).average().orElseThrow();
    double deviation =
        Math.sqrt(
            IntStream.range(0, 2000).mapToDouble(i -> Math.pow(values[i] - mean, 2)).sum() / 1999);
    double half = 1.96 * deviation / Math.sqrt(2000);
    var interval = Bootstrap.mean(values, 4000, 1);
    assertThat(interval.mean()).isCloseTo(mean, within(1e-12));
    assertThat(interval.low()).isCloseTo(mean - half, within(.004));
    assertThat(interval.high()).isCloseTo(mean + half, within(.004));
  }

  @Test
  void coversTheTruthAboutNineteenTimesInTwenty() {
    long covered =
        IntStream.range(0, 400)
            .filter(i -> {
              var interval = Bootstrap.mean(normal(60, 0, 1000 + i), 400, i);
              return interval.low() <= 0 && interval.high() >= 0;
            })
            .count();
    assertThat(covered / 400.0).isBetween(.90, .98);
  }

  @Test
  void pairingRemovesWhatBothShare() {
    var base = normal(500, 0, 5);
    var better = IntStream.range(0, 500).mapToDouble(i -> base[i] + .1 + (i % 2) * .01).toArray();
    var interval = Bootstrap.paired(base, better, 1000, 9);
    assertThat(interval.aboveZero()).isTrue();
    assertThat(interval.high() - interval.low()).isLessThan(.01);
    assertThat(Bootstrap.paired(better, base, 1000, 9).belowZero()).isTrue();
  }

  @Test
  void theSeedDecides() {
    var values = normal(50, 0, 2);
    assertThat(Bootstrap.mean(values, 500, 7)).isEqualTo(Bootstrap.mean(values, 500, 7));
    assertThat(Bootstrap.mean(values, 500, 7)).isNotEqualTo(Bootstrap.mean(values, 500, 8));
    var other = normal(50, 1, 4);
    assertThat(Bootstrap.means(new double[][] {values, other}, 500, 7))
        .containsExactly(Bootstrap.mean(values, 500, 7), Bootstrap.mean(other, 500, 7));
  }

  @Test
  void nothingHasNoMean() {
    assertThatThrownBy(() -> Bootstrap.mean(new double[0], 10, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Bootstrap.paired(new double[2], new double[3], 10, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
