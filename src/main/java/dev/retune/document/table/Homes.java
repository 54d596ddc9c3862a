package dev.retune.document.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/// Gives each word to one cell: the smallest where cells overlap, and that of the word before where
/// a text runs out of its cell.
final class Homes {
  private static final float SPACE = .6f;

  private Homes() {}

  /// By identity; in the order of the words.
  static Map<Area, List<Word>> of(List<Word> words, List<Area> cells) {
    var smallestFirst = new ArrayList<>(cells);
    smallestFirst.sort(Comparator.comparingDouble(cell -> (double) cell.width() * cell.height()));
    var homes = new IdentityHashMap<Area, List<Word>>();
    Word before = null;
    Area home = null;
    for (var word : words) {
      var next = smallestFirst.stream().filter(cell -> cell.holds(word)).findFirst();
      if (next.isPresent()) {
        home = next.get();
      } else if (before == null || !follows(before, word)) {
        home = null;
      }
      if (home != null) {
        homes.computeIfAbsent(home, _ -> new ArrayList<>()).add(word);
      }
      before = word;
    }
    return homes;
  }

  private static boolean follows(Word before, Word word) {
    float gap = word.left() - before.right();
    return Math.abs(word.centre() - before.centre()) < word.height() / 2
        && gap > 0
        && gap < SPACE * word.size();
  }
}
