package dev.retune.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.stream.IntStream;

/// Chooses among the hard negatives of an example.
final class Negatives {
  /// Query and passage stand before them.
  private static final int BEFORE = 2;

  private final NegativeSettings settings;

  Negatives(NegativeSettings settings) {
    this.settings = settings;
  }

  /// The example with no more hard negatives than wanted, in their order.
  ///
  /// @param seed decides which, where they are drawn
  Example of(Example example, long seed) {
    var all = example.texts().size() - BEFORE;
    if (settings.atMost() == 0 || all <= settings.atMost()) {
      return example;
    }
    var chosen = settings.sampled() ? drawn(all, seed) : first();
    var texts = new ArrayList<>(example.texts().subList(0, BEFORE));
    for (var index : chosen) {
      texts.add(example.texts().get(BEFORE + index));
    }
    if (example.targets().size() != example.texts().size() - 1) {
      return example.with(texts, example.targets());
    }
    // A teacher's scores: of the answering passage, then of each negative.
    var targets = new ArrayList<>(example.targets().subList(0, BEFORE - 1));
    for (var index : chosen) {
      targets.add(example.targets().get(BEFORE - 1 + index));
    }
    return example.with(texts, targets);
  }

  private int[] first() {
    return IntStream.range(0, settings.atMost()).toArray();
  }

  private int[] drawn(int all, long seed) {
    var drawn = Arrays.copyOf(Derived.permutation(seed, 0, all), settings.atMost());
    Arrays.sort(drawn);
    return drawn;
  }
}
