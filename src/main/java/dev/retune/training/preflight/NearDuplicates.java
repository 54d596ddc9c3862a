package dev.retune.training.preflight;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/// Finds texts that are the same or nearly so, without comparing each with each: MinHash signatures
/// (Broder, *On the resemblance and containment of documents*, 1997) in bands (Leskovec, Rajaraman,
/// Ullman, *Mining of Massive Datasets*, chapter 3). Whatever the bands propose is compared
/// exactly, so nothing is found that is not there; of pairs with the similarity [#ALIKE] one in
/// five thousand is overlooked, of more similar ones fewer.
final class NearDuplicates {
  /// Jaccard similarity from which two texts count as nearly the same.
  static final double ALIKE = .8;

  private static final int BANDS = 16;
  private static final int ROWS = 4;

  /// So many proposals are compared for a text; where boilerplate repeats, the first will do.
  private static final int MOST_PROPOSALS = 100;

  private final boolean numbersCount;
  private final long[] factors;
  private final long[] offsets;
  private final List<String> texts = new ArrayList<>();
  private final List<Shingles> shingles = new ArrayList<>();
  private final List<Map<Long, List<Integer>>> buckets = new ArrayList<>();

  /// @param known the texts to be found again
  /// @param numbersCount whether texts that name different numbers are different
  NearDuplicates(Iterable<String> known, boolean numbersCount) {
    this.numbersCount = numbersCount;
    var random = new SplittableRandom(42);
    factors = random.longs(BANDS * ROWS).map(number -> number | 1).toArray();
    offsets = random.longs(BANDS * ROWS).toArray();
    for (var band = 0; band < BANDS; band++) {
      buckets.add(new HashMap<>());
    }
    known.forEach(this::add);
  }

  /// A text that was found again.
  record Match(String known, String text, double similarity) {}

  private void add(String text) {
    var pieces = Shingles.of(text);
    var keys = keys(pieces);
    for (var band = 0; band < BANDS; band++) {
      buckets.get(band).computeIfAbsent(keys[band], _ -> new ArrayList<>()).add(texts.size());
    }
    texts.add(text);
    shingles.add(pieces);
  }

  /// The known text most like `text`, if any is nearly the same.
  Optional<Match> find(String text) {
    var pieces = Shingles.of(text);
    return proposals(pieces).stream()
        .filter(i -> !numbersCount || shingles.get(i).sameNumbers(pieces))
        .map(i -> new Match(texts.get(i), text, shingles.get(i).similarity(pieces)))
        .filter(match -> match.similarity() >= ALIKE)
        .max(Comparator.comparingDouble(Match::similarity));
  }

  private Set<Integer> proposals(Shingles pieces) {
    var keys = keys(pieces);
    var found = new LinkedHashSet<Integer>();
    for (var band = 0; band < BANDS; band++) {
      for (var index : buckets.get(band).getOrDefault(keys[band], List.of())) {
        found.add(index);
        if (found.size() == MOST_PROPOSALS) {
          return found;
        }
      }
    }
    return found;
  }

  /// One number a band, equal where all its rows are.
  private long[] keys(Shingles pieces) {
    var least = new long[BANDS * ROWS];
    Arrays.fill(least, Long.MAX_VALUE);
    for (var hash : pieces.hashes()) {
      for (var i = 0; i < least.length; i++) {
        // The high half of a product of odd factors is well mixed; the low half is not.
        var mixed = (hash * factors[i] + offsets[i]) >>> 16;
        least[i] = Math.min(least[i], mixed);
      }
    }
    var keys = new long[BANDS];
    for (var band = 0; band < BANDS; band++) {
      keys[band] = Arrays.hashCode(Arrays.copyOfRange(least, band * ROWS, (band + 1) * ROWS));
    }
    return keys;
  }
}
