package dev.retune.document;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A page as somebody sees it who turns it so that its sideways text reads from left to right.
///
/// @param page with all places as they are then
/// @param originals the page's own line behind each of its lines, by identity
record TurnedPage(SourcePage page, Map<SourceLine, SourceLine> originals) {
  /// Fewer letters or lines are the label of an axis.
  private static final int FEW_LETTERS = 40;

  private static final int FEW_LINES = 3;

  /// The page as it is, and turned in each way in which some of its text is set.
  static List<TurnedPage> all(SourcePage page) {
    var all = new ArrayList<TurnedPage>();
    all.add(of(page, 0));
    var letters = new TreeMap<Integer, Integer>();
    var lines = new TreeMap<Integer, Integer>();
    for (var line : page.lines()) {
      if (line.layout() != null && Sheet.sideways(line.layout().turn())) {
        letters.merge(line.layout().turn(), line.end() - line.start(), Integer::sum);
        lines.merge(line.layout().turn(), 1, Integer::sum);
      }
    }
    letters.forEach((turn, count) -> {
      if (count >= FEW_LETTERS && lines.getOrDefault(turn, 0) >= FEW_LINES) {
        all.add(of(page, turn));
      }
    });
    return all;
  }

  private static TurnedPage of(SourcePage page, int turn) {
    var originals = new IdentityHashMap<SourceLine, SourceLine>();
    if (turn == 0) {
      page.lines().forEach(line -> originals.put(line, line));
      return new TurnedPage(page, originals);
    }
    var sheet = new Sheet(page.width(), page.height(), turn);
    var lines = new ArrayList<SourceLine>();
    for (var line : page.lines()) {
      var turned = sheet.of(line);
      originals.put(turned, line);
      lines.add(turned);
    }
    var turned =
        new SourcePage(
            page.number(),
            page.text(),
            List.copyOf(lines),
            /* width= */ page.height(),
            /* height= */ page.width(),
            page.content(),
            page.rulings().stream().map(sheet::of).toList(),
            null);
    return new TurnedPage(turned, originals);
  }

  /// The page's own line.
  SourceLine original(SourceLine line) {
    return originals.getOrDefault(line, line);
  }
}
