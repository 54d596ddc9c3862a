package dev.retune.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How long exact search over 100,000 passages of 384 dimensions takes.
@Tag("benchmark")
class SearchSpeedTest {
  private static final Logger LOG = LoggerFactory.getLogger(SearchSpeedTest.class);

  private static float[][] random(int rows) {
    var random = new SplittableRandom(rows);
    var vectors = new float[rows][384];
    for (var vector : vectors) {
      for (int d = 0; d < vector.length; d++) {
        vector[d] = (float) (random.nextDouble() - .5);
      }
    }
    return vectors;
  }

  @Test
  void aTypedQuestionIsAnsweredAtOnce() {
    var matrix = new VectorMatrix(VectorSource.single(random(100_000)), true);
    var one = random(1);
    var many = random(64);
    for (int i = 0; i < 20; i++) {
      matrix.search(one, 10);
    }
    long start = System.nanoTime();
    for (int i = 0; i < 10; i++) {
      matrix.search(one, 10);
    }
    var single = Duration.ofNanos((System.nanoTime() - start) / 10);
    start = System.nanoTime();
    matrix.search(many, 100);
    var each = Duration.ofNanos((System.nanoTime() - start) / many.length);
    LOG.info(
        "100,000 x 384: one query {} ms, in groups of 64 {} µs a query",
        single.toMillis(),
        each.toNanos() / 1000);
    assertThat(single).isLessThan(Duration.ofMillis(200));
  }
}
