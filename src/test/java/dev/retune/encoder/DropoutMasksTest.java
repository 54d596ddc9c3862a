package dev.retune.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.types.Shape;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DropoutMasksTest {
  private static final int SIZE = 1 << 20;

  @ParameterizedTest
  @ValueSource(doubles = {.1, .3, .5})
  void dropsItsShare(double share) {
    // Four standard deviations of a fair draw.
    var spread = 4 * Math.sqrt(share * (1 - share) / SIZE);
    for (long seed : new long[] {0, 1, 42, -1, 1L << 40}) {
      assertThat(share(mask(seed, 0, share))).isCloseTo(share, within(spread));
    }
  }

  /// Neighbours in one mask, the same place in two masks, the same mask of two seeds: each pair is
  /// dropped together as often as independent draws would be.
  @Test
  void drawsAreIndependent() {
    var one = mask(7, 0, .5);
    for (var distance : new int[] {1, 2, 16, 384}) {
      assertThat(together(one, one, distance)).as("distance " + distance).isCloseTo(.25, near());
    }
    for (var site = 1; site < 5; site++) {
      assertThat(together(one, mask(7, site, .5), 0)).as("site " + site).isCloseTo(.25, near());
    }
    for (var text = 1; text < 5; text++) {
      assertThat(together(one, mask(7, 0, text, .5), 0)).as("text " + text).isCloseTo(.25, near());
    }
    for (var seed : new long[] {8, 7 + (1L << 32), 7L << 32}) {
      assertThat(together(one, mask(seed, 0, .5), 0)).as("seed " + seed).isCloseTo(.25, near());
    }
  }

  @Test
  void reachesTheProgramAsItWasDrawn() {
    try (var scope = NativeLibraries.root()) {
      var text = new Tokenizer.Tokens(new long[5], new long[5], 5);
      var batch = TokenBatch.of(List.of(text, text)).numbered(List.of(6, 9));
      var drawn = DropoutMasks.draw(scope, 7, .1, 0, 3, batch, 4000);
      assertThat(drawn.getShape()).isEqualTo(new Shape(3, 10, 4000));
      // In pieces, but as if at once.
      var expected = new byte[20000];
      DropoutMasks.fill(expected, 0, 7, 2, 9, (int) Math.round(.1 * (1 << 24)));
      var last = drawn.get("2, 5:10").toBooleanArray();
      for (var i = 0; i < last.length; i++) {
        assertThat(last[i]).isEqualTo(expected[i] == 1);
      }
    }
  }

  private static byte[] mask(long seed, int site, double share) {
    return mask(seed, site, 0, share);
  }

  private static byte[] mask(long seed, int site, int text, double share) {
    var mask = new byte[SIZE];
    DropoutMasks.fill(mask, 0, seed, site, text, (int) Math.round(share * (1 << 24)));
    return mask;
  }

  private static double share(byte[] mask) {
    var dropped = 0;
    for (var value : mask) {
      dropped += value;
    }
    return (double) dropped / mask.length;
  }

  private static double together(byte[] one, byte[] other, int distance) {
    var both = 0;
    for (var i = 0; i + distance < SIZE; i++) {
      both += one[i] & other[i + distance];
    }
    return (double) both / (SIZE - distance);
  }

  /// Four standard deviations of a quarter.
  private static Offset<Double> near() {
    return within(4 * Math.sqrt(.25 * .75 / SIZE));
  }
}
