package dev.retune.document.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/// Areas between lines across that begin and end alike and have rows of several segments between
/// them: the rules above and below a table.
final class Brackets {
  private static final float SAME = 8;
  private static final float SHORTEST = 60;

  private Brackets() {}

  static List<Area> of(List<Row> rows, List<Ruling> rulings, Set<Segment> prose) {
    var across =
        rulings.stream()
            .filter(r -> r.across() && r.length() > SHORTEST)
            .sorted(Comparator.comparingDouble(Ruling::at))
            .toList();
    var areas = new ArrayList<Area>();
    for (int i = 0; i < across.size(); i++) {
      var top = across.get(i);
      for (int j = i + 1; j < across.size(); j++) {
        var bottom = across.get(j);
        if (Math.abs(top.from() - bottom.from()) < SAME
            && Math.abs(top.to() - bottom.to()) < SAME) {
          var area = new Area(top.from(), top.at(), top.to(), bottom.at());
          if (tabular(area, rows, prose)) {
            areas.add(area);
          }
          break;
        }
      }
    }
    return joined(areas);
  }

  private static boolean tabular(Area area, List<Row> rows, Set<Segment> prose) {
    int all = 0;
    int several = 0;
    int long_ = 0;
    for (var row : rows) {
      var inside =
          row.segments().stream()
              .filter(s ->
                  (s.area().top() + s.area().bottom()) / 2 > area.top()
                      && (s.area().top() + s.area().bottom()) / 2 < area.bottom()
                      && s.right() > area.left()
                      && s.left() < area.right())
              .toList();
      if (!inside.isEmpty()) {
        all++;
        several += inside.size() > 1 ? 1 : 0;
        long_ += inside.stream().allMatch(prose::contains) ? 1 : 0;
      }
    }
    return all > 0 && several * 2 >= all && long_ * 4 <= all;
  }

  private static List<Area> joined(List<Area> areas) {
    var joined = new ArrayList<Area>();
    for (var area : areas) {
      var last = joined.isEmpty() ? null : joined.getLast();
      if (last != null && last.touches(area, .5f)) {
        joined.set(joined.size() - 1, last.and(area));
      } else {
        joined.add(area);
      }
    }
    return joined;
  }
}
