package dev.retune.document.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Closes lattices that have no line at their left or right: where lines across begin and end
/// together and lines down run from one to the next.
final class OpenSides {
  private static final float SAME = 3;

  private OpenSides() {}

  static List<Ruling> closed(List<Ruling> rulings) {
    var closed = new ArrayList<>(rulings);
    var across = rulings.stream().filter(Ruling::across).toList();
    var down = rulings.stream().filter(r -> !r.across()).toList();
    var seen = new ArrayList<Ruling>();
    for (var line : across) {
      if (!seen.contains(line)) {
        var alike =
            across.stream()
                .filter(other ->
                    Math.abs(other.from() - line.from()) < SAME
                        && Math.abs(other.to() - line.to()) < SAME)
                .sorted(Comparator.comparingDouble(Ruling::at))
                .toList();
        seen.addAll(alike);
        close(alike, down, closed);
      }
    }
    return closed;
  }

  private static void close(List<Ruling> alike, List<Ruling> down, List<Ruling> closed) {
    var first = alike.getFirst();
    int begin = 0;
    for (int i = 1; i <= alike.size(); i++) {
      boolean joined =
          i < alike.size() && crossed(alike.get(i - 1).at(), alike.get(i).at(), first, down);
      if (!joined) {
        if (i - 1 > begin) {
          side(first.from(), alike.get(begin).at(), alike.get(i - 1).at(), down, closed);
          side(first.to(), alike.get(begin).at(), alike.get(i - 1).at(), down, closed);
        }
        begin = i;
      }
    }
  }

  private static boolean crossed(float top, float bottom, Ruling across, List<Ruling> down) {
    return down.stream()
        .anyMatch(r ->
            r.at() > across.from() + SAME
                && r.at() < across.to() - SAME
                && r.from() < top + SAME
                && r.to() > bottom - SAME);
  }

  private static void side(
      float x, float top, float bottom, List<Ruling> down, List<Ruling> closed) {
    boolean there =
        down.stream()
            .anyMatch(r ->
                Math.abs(r.at() - x) < SAME && r.from() < top + SAME && r.to() > bottom - SAME);
    if (!there) {
      closed.add(new Ruling(false, x, top, bottom, false));
    }
  }
}
