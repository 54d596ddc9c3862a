package dev.retune.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which passages say so much the same that what answers a question in one may stand in the other:
/// near-duplicates, and neighbours of which one begins with what the other ends with.
///
/// Found by shingles of consecutive words (Broder, On the resemblance and containment of documents,
/// 1997), in time proportional to the texts. Those that occur everywhere (headers, phrases) count in
/// the comparison but lead to none.
final class Likeness {
  private static final int SHINGLE = 5;

  /// Shingles that occur in more passages than this are nobody's own.
  private static final int COMMON = 32;

  /// Two passages are near-duplicates if this share of the shorter one's shingles is in the other.
  private static final double CONTAINED = .8;

  /// So many words in common at the seam make two passages neighbours.
  private static final int SEAM = 8;

  private final List<List<String>> words = new ArrayList<>();
  private final List<Set<String>> shingles = new ArrayList<>();

  private Likeness(List<String> texts) {
    for (var text : texts) {
      var own = words(text);
      words.add(own);
      shingles.add(shingles(own));
    }
  }

  /// For each text the others that are like it; texts that are like none are left out.
  static Map<String, Set<String>> of(Collection<String> texts) {
    var distinct = texts.stream().distinct().toList();
    var likeness = new Likeness(distinct);
    var alike = new HashMap<String, Set<String>>();
    for (var places : likeness.index().values()) {
      if (places.size() <= COMMON) {
        likeness.compare(places, distinct, alike);
      }
    }
    return alike;
  }

  private Map<String, List<Integer>> index() {
    var index = new HashMap<String, List<Integer>>();
    for (var i = 0; i < shingles.size(); i++) {
      for (var shingle : shingles.get(i)) {
        index.computeIfAbsent(shingle, _ -> new ArrayList<>(1)).add(i);
      }
    }
    return index;
  }

  private void compare(
      List<Integer> places, List<String> texts, Map<String, Set<String>> alike) {
    for (var one : places) {
      for (var other : places) {
        var a = texts.get(one);
        var b = texts.get(other);
        if (one < other && !alike.getOrDefault(a, Set.of()).contains(b) && like(one, other)) {
          alike.computeIfAbsent(a, _ -> new HashSet<>()).add(b);
          alike.computeIfAbsent(b, _ -> new HashSet<>()).add(a);
        }
      }
    }
  }

  private boolean like(int one, int other) {
    return contained(shingles.get(one), shingles.get(other))
        || continues(words.get(one), words.get(other))
        || continues(words.get(other), words.get(one));
  }

  private static boolean contained(Set<String> one, Set<String> other) {
    var shorter = one.size() < other.size() ? one : other;
    var longer = shorter == one ? other : one;
    return shorter.stream().filter(longer::contains).count() >= CONTAINED * shorter.size();
  }

  /// Whether `first` ends with what `second` begins with.
  private static boolean continues(List<String> first, List<String> second) {
    var end = first.size();
    for (var common = Math.min(end, second.size()); common >= SEAM; common--) {
      if (first.subList(end - common, end).equals(second.subList(0, common))) {
        return true;
      }
    }
    return false;
  }

  private static Set<String> shingles(List<String> words) {
    var shingles = new HashSet<String>();
    for (var i = 0; i == 0 || i + SHINGLE <= words.size(); i++) {
      shingles.add(String.join(" ", words.subList(i, Math.min(words.size(), i + SHINGLE))));
    }
    return shingles;
  }

  /// Words of letters and digits; each character of a script without spaces is one.
  private static List<String> words(String text) {
    var spaced = text.replaceAll("(\\p{IsHan}|\\p{IsHiragana}|\\p{IsKatakana})", " $1 ");
    return Arrays.stream(Conflicts.same(spaced).split("[^\\p{L}\\p{N}]+"))
        .filter(word -> !word.isEmpty())
        .toList();
  }
}
