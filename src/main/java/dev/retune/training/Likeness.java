package dev.retune.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Which passages say so much the same that what answers a question in one may stand in the other:
/// near-duplicates, and neighbours of which one begins with what the other ends with.
///
/// Found by shingles of consecutive words (Broder, On the resemblance and containment of documents,
/// 1997). Those that occur everywhere (headers, phrases) lead to no comparison.
final class Likeness {
  private static final int SHINGLE = 5;

  /// Shingles that occur in more passages than this are nobody's own.
  private static final int COMMON = 100;

  /// So many shingles lead to comparisons at most, which bounds memory.
  private static final int INDEXED = 500_000;

  /// Two passages are near-duplicates if this share of the shorter one's shingles is in the other.
  private static final double CONTAINED = .8;

  /// So many words in common at the seam make two passages neighbours.
  private static final int SEAM = 8;

  private final List<String> texts;
  private final List<int[]> words = new ArrayList<>();
  private final List<long[]> shingles = new ArrayList<>();
  private final Set<Long> compared = new HashSet<>();
  private final Map<String, Set<String>> alike = new HashMap<>();

  private Likeness(List<String> texts) {
    this.texts = texts;
    var numbers = new HashMap<String, Integer>();
    for (var text : texts) {
      var own =
          words(text)
              .mapToInt(word -> numbers.computeIfAbsent(word, _ -> numbers.size()))
              .toArray();
      words.add(own);
      shingles.add(shingles(own));
    }
  }

  /// For each text the others that are like it; texts that are like none are left out.
  static Map<String, Set<String>> of(Collection<String> texts) {
    var likeness = new Likeness(texts.stream().distinct().toList());
    likeness.compareThoseThatShare();
    likeness.compareNeighbours();
    return likeness.alike;
  }

  /// Compares passages that have a shingle in common; of very many shingles only every n-th counts.
  private void compareThoseThatShare() {
    var all = shingles.stream().mapToLong(own -> own.length).sum();
    var every = 1 + all / INDEXED;
    var index = new HashMap<Long, List<Integer>>();
    for (var i = 0; i < shingles.size(); i++) {
      for (var shingle : shingles.get(i)) {
        if (Long.remainderUnsigned(shingle, every) == 0) {
          index.computeIfAbsent(shingle, _ -> new ArrayList<>(1)).add(i);
        }
      }
    }
    for (var places : index.values()) {
      for (var one : places.size() <= COMMON ? places : List.<Integer>of()) {
        places.forEach(other -> compare(one, other));
      }
    }
  }

  /// Compares each passage with those that hold its first words.
  private void compareNeighbours() {
    var first = new HashMap<Long, List<Integer>>();
    for (var i = 0; i < words.size(); i++) {
      first.computeIfAbsent(shingle(words.get(i), 0), _ -> new ArrayList<>(1)).add(i);
    }
    for (var i = 0; i < shingles.size(); i++) {
      for (var shingle : shingles.get(i)) {
        var begin = first.getOrDefault(shingle, List.of());
        for (var other : begin.size() <= COMMON ? begin : List.<Integer>of()) {
          compare(Math.min(i, other), Math.max(i, other));
        }
      }
    }
  }

  private void compare(int one, int other) {
    if (one < other && compared.add(((long) one << 32) | other) && like(one, other)) {
      var a = texts.get(one);
      var b = texts.get(other);
      alike.computeIfAbsent(a, _ -> new HashSet<>()).add(b);
      alike.computeIfAbsent(b, _ -> new HashSet<>()).add(a);
    }
  }

  private boolean like(int one, int other) {
    return contained(shingles.get(one), shingles.get(other))
        || continues(words.get(one), words.get(other))
        || continues(words.get(other), words.get(one));
  }

  private static boolean contained(long[] one, long[] other) {
    var shorter = one.length < other.length ? one : other;
    var longer = shorter == one ? other : one;
    var both =
        Arrays.stream(shorter).filter(shingle -> Arrays.binarySearch(longer, shingle) >= 0).count();
    return both >= CONTAINED * shorter.length;
  }

  /// Whether `first` ends with what `second` begins with.
  private static boolean continues(int[] first, int[] second) {
    var end = first.length;
    for (var common = Math.min(end, second.length); common >= SEAM; common--) {
      if (Arrays.equals(first, end - common, end, second, 0, common)) {
        return true;
      }
    }
    return false;
  }

  /// Sorted, each once.
  private static long[] shingles(int[] words) {
    var count = Math.max(1, words.length - SHINGLE + 1);
    var shingles = new long[count];
    for (var i = 0; i < count; i++) {
      shingles[i] = shingle(words, i);
    }
    return Arrays.stream(shingles).sorted().distinct().toArray();
  }

  /// The words from `from` on as one number.
  private static long shingle(int[] words, int from) {
    var number = 0L;
    for (var i = from; i < Math.min(words.length, from + SHINGLE); i++) {
      number = Derived.mix(number ^ (words[i] + 1));
    }
    return number;
  }

  /// Words of letters and digits; each character of a script without spaces is one.
  private static Stream<String> words(String text) {
    var spaced = text.replaceAll("(\\p{IsHan}|\\p{IsHiragana}|\\p{IsKatakana})", " $1 ");
    return Arrays.stream(Conflicts.same(spaced).split("[^\\p{L}\\p{N}]+"))
        .filter(word -> !word.isEmpty());
  }
}
