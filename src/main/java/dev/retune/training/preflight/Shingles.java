package dev.retune.training.preflight;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/// A text as the set of its overlapping pieces: runs of five characters, whatever the script;
/// capitals, punctuation and spaces aside.
///
/// Not a record: records compare arrays by identity.
final class Shingles {
  private static final int LENGTH = 5;
  private static final Pattern ASIDE = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern NO_NUMBER = Pattern.compile("[^\\p{N}]+");

  private final long[] hashes;
  private final String numbers;

  private Shingles(long[] hashes, String numbers) {
    this.hashes = hashes;
    this.numbers = numbers;
  }

  static Shingles of(String text) {
    var plain = ASIDE.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    var count = Math.max(1, plain.length() - LENGTH + 1);
    var hashes = new long[count];
    for (var i = 0; i < count; i++) {
      hashes[i] = hash(plain, i, Math.min(plain.length(), i + LENGTH));
    }
    return new Shingles(
        Arrays.stream(hashes).sorted().distinct().toArray(),
        NO_NUMBER.matcher(plain).replaceAll(" ").strip());
  }

  /// Of 64 bits, so that different pieces practically never have the same; those of `String` do.
  private static long hash(String text, int from, int to) {
    var hash = 0L;
    for (var i = from; i < to; i++) {
      hash = (hash + text.charAt(i)) * 0x9E3779B97F4A7C15L;
    }
    return hash;
  }

  long[] hashes() {
    return hashes;
  }

  /// Whether both texts name the same numbers in the same order; questions about two years, or two
  /// parts, are different questions however alike they sound.
  boolean sameNumbers(Shingles other) {
    return numbers.equals(other.numbers);
  }

  /// Jaccard similarity: the share of all pieces that both have, 0 to 1.
  double similarity(Shingles other) {
    var both = 0;
    for (int i = 0, j = 0; i < hashes.length && j < other.hashes.length; ) {
      if (hashes[i] == other.hashes[j]) {
        both++;
        i++;
        j++;
      } else if (hashes[i] < other.hashes[j]) {
        i++;
      } else {
        j++;
      }
    }
    return (double) both / (hashes.length + other.hashes.length - both);
  }
}
