package dev.retune.document.table;

import java.util.ArrayList;
import java.util.List;

/// Closes lattices that have no line at their left or right: where lines across begin or end
/// together and are crossed by lines down.
final class OpenSides {
  private static final float SAME = 3;

  private OpenSides() {}

  static List<Ruling> closed(List<Ruling> rulings) {
    var closed = new ArrayList<>(rulings);
    var across = rulings.stream().filter(Ruling::across).toList();
    var down = rulings.stream().filter(r -> !r.across()).toList();
    var seen = new ArrayList<Ruling>();
    for (var line : across) {
      var alike =
          across.stream()
              .filter(other ->
                  Math.abs(other.from() - line.from()) < SAME
                      && Math.abs(other.to() - line.to()) < SAME)
              .toList();
      if (alike.size() < 2 || seen.contains(line)) {
        continue;
      }
      seen.addAll(alike);
      float top = alike.stream().map(Ruling::at).min(Float::compare).orElseThrow();
      float bottom = alike.stream().map(Ruling::at).max(Float::compare).orElseThrow();
      boolean crossed =
          down.stream()
              .anyMatch(r ->
                  r.at() > line.from() + SAME
                      && r.at() < line.to() - SAME
                      && Math.min(r.to(), bottom) - Math.max(r.from(), top)
                          > .5 * (bottom - top));
      if (crossed) {
        for (float x : new float[] {line.from(), line.to()}) {
          boolean there =
              down.stream()
                  .anyMatch(r ->
                      Math.abs(r.at() - x) < SAME
                          && r.from() < top + SAME
                          && r.to() > bottom - SAME);
          if (!there) {
            closed.add(new Ruling(false, x, top, bottom, false));
          }
        }
      }
    }
    return closed;
  }
}
