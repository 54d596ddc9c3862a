package dev.retune.document;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;

/// Divides the units of a document into groups that no chunk reaches out of.
final class UnitGroups {
  private UnitGroups() {}

  static List<UnitRange> one(List<TextUnit> units) {
    return split(units, _ -> false);
  }

  /// A group a section; headings that follow each other begin it together.
  ///
  /// @param headings where they begin; the head of a table is none
  static List<UnitRange> sections(List<TextUnit> units, Set<Integer> headings) {
    return split(
        units, i -> headings.contains(units.get(i).start()) && !units.get(i - 1).heading());
  }

  /// A group a page, by where each unit begins.
  ///
  /// @param starts where each page's text begins
  static List<UnitRange> pages(List<TextUnit> units, int[] starts) {
    return split(
        units, i -> page(units.get(i).start(), starts) != page(units.get(i - 1).start(), starts));
  }

  private static int page(int at, int[] starts) {
    int page = 0;
    while (page + 1 < starts.length && starts[page + 1] <= at) {
      page++;
    }
    return page;
  }

  /// A group a topic.
  ///
  /// @param breaks units after which the topic changes; a heading there belongs to what follows
  static List<UnitRange> topics(List<TextUnit> units, List<Integer> breaks) {
    var first = new HashSet<Integer>();
    for (int last : breaks) {
      int next = last + 1;
      while (next > 0 && units.get(next - 1).heading()) {
        next--;
      }
      first.add(next);
    }
    return split(units, first::contains);
  }

  /// @param begins whether a new group begins with the unit; never asked for the first
  private static List<UnitRange> split(List<TextUnit> units, IntPredicate begins) {
    var groups = new ArrayList<UnitRange>();
    int from = 0;
    for (int i = 1; i <= units.size(); i++) {
      if (i == units.size() || begins.test(i)) {
        groups.add(new UnitRange(from, i));
        from = i;
      }
    }
    return groups;
  }
}
