package dev.retune.document;

import dev.retune.document.table.Ruling;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Divides what looks like one word but runs over the line between two cells: a text too long for
/// its cell, and the next one right behind it.
final class RuledWords {
  private static final float INSET = 1.5f;

  /// The place of a line within a word is known by proportion only.
  private static final int OFF = 2;

  private RuledWords() {}

  /// @param width of the page as shown, in points
  /// @param height of the page as shown, in points
  static List<SourceLine> divided(
      String text, List<SourceLine> lines, List<Ruling> rulings, float width, float height) {
    if (rulings.isEmpty()) {
      return lines;
    }
    var upright = down(rulings);
    var sideways = new HashMap<Integer, List<Ruling>>();
    var divided = new ArrayList<SourceLine>();
    for (var line : lines) {
      int turn = line.layout() == null ? 0 : line.layout().turn();
      if (Sheet.sideways(turn)) {
        var sheet = new Sheet(width, height, turn);
        var down =
            sideways.computeIfAbsent(turn, _ -> down(rulings.stream().map(sheet::of).toList()));
        var turned = sheet.of(line);
        var parts = divided(text, turned, down);
        divided.add(parts.equals(turned) ? line : sheet.back().of(parts));
      } else {
        divided.add(divided(text, line, upright));
      }
    }
    return divided;
  }

  private static List<Ruling> down(List<Ruling> rulings) {
    return rulings.stream().filter(ruling -> !ruling.across() && !ruling.edge()).toList();
  }

  private static SourceLine divided(String text, SourceLine line, List<Ruling> down) {
    var layout = line.layout();
    if (layout == null || !layout.upright()) {
      return line;
    }
    var words = layout.words();
    var starts = new ArrayList<Integer>();
    var boxes = new ArrayList<Box>();
    var ends = new ArrayList<Integer>();
    for (int i = 0; i < words.count(); i++) {
      int start = words.starts()[i];
      int end = words.ends()[i];
      var box = words.boxes()[i];
      var crossing = crossing(box, down);
      int cut = crossing == null ? -1 : cut(text, start, end, box, crossing.at());
      if (crossing == null || cut < 0) {
        starts.add(start);
        ends.add(end);
        boxes.add(box);
      } else {
        starts.addAll(List.of(start, cut));
        ends.addAll(List.of(cut, end));
        float left = crossing.at() - box.x();
        boxes.add(new Box(box.x(), box.y(), left, box.height()));
        boxes.add(new Box(crossing.at(), box.y(), box.width() - left, box.height()));
      }
    }
    if (boxes.size() == words.count()) {
      return line;
    }
    var places =
        new LineLayout.Words(
            starts.stream().mapToInt(Integer::intValue).toArray(),
            ends.stream().mapToInt(Integer::intValue).toArray(),
            boxes.toArray(Box[]::new));
    return new SourceLine(
        line.start(),
        line.end(),
        new LineLayout(layout.box(), layout.size(), layout.bold(), 0, layout.tabular(), places),
        line.opens());
  }

  private static @Nullable Ruling crossing(Box box, List<Ruling> down) {
    float centre = box.y() + box.height() / 2;
    for (var ruling : down) {
      if (ruling.at() > box.x() + INSET
          && ruling.at() < box.right() - INSET
          && ruling.from() < centre
          && ruling.to() > centre) {
        return ruling;
      }
    }
    return null;
  }

  /// Where near the line a new text seems to begin; -1 if nowhere.
  private static int cut(String text, int start, int end, Box box, float at) {
    int near = start + Math.round((at - box.x()) / box.width() * (end - start));
    for (int off = 0; off <= OFF; off++) {
      for (int cut : new int[] {near + off, near - off}) {
        if (cut > start && cut < end && begins(text.charAt(cut - 1), text.charAt(cut))) {
          return cut;
        }
      }
    }
    return -1;
  }

  private static boolean begins(char before, char next) {
    return (Character.isLetter(before) && Character.isDigit(next))
        || (Character.isLowerCase(before) && Character.isUpperCase(next));
  }
}
