package dev.retune.document.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Puts together what was drawn in pieces: dashes, a line cell by cell, a thick line as two.
final class Rulings {
  /// How far apart lines may run and still be one, in points.
  private static final float SAME = 2.2f;

  /// Dashes no further apart than this make one line, in points.
  private static final float GAP = 3.2f;

  private Rulings() {}

  static List<Ruling> merged(List<Ruling> rulings) {
    var merged = new ArrayList<Ruling>();
    for (boolean across : new boolean[] {true, false}) {
      for (boolean edge : new boolean[] {false, true}) {
        var some = rulings.stream().filter(r -> r.across() == across && r.edge() == edge).toList();
        merged.addAll(lines(some));
      }
    }
    return merged;
  }

  private static List<Ruling> lines(List<Ruling> rulings) {
    var byPlace = new ArrayList<>(rulings);
    byPlace.sort(Comparator.comparingDouble(Ruling::at));
    var lines = new ArrayList<Ruling>();
    for (int i = 0; i < byPlace.size(); ) {
      int end = i + 1;
      float first = byPlace.get(i).at();
      while (end < byPlace.size() && byPlace.get(end).at() - first <= SAME) {
        end++;
      }
      lines.addAll(joined(byPlace.subList(i, end)));
      i = end;
    }
    return lines;
  }

  private static List<Ruling> joined(List<Ruling> sameLine) {
    double sum = 0;
    double length = 0;
    for (var ruling : sameLine) {
      sum += (double) ruling.at() * ruling.length();
      length += ruling.length();
    }
    float at = (float) (sum / length);
    var pieces = new ArrayList<>(sameLine);
    pieces.sort(Comparator.comparingDouble(Ruling::from));
    var joined = new ArrayList<Ruling>();
    for (var piece : pieces) {
      var last = joined.isEmpty() ? null : joined.getLast();
      if (last != null && piece.from() - last.to() <= GAP) {
        joined.set(
            joined.size() - 1,
            new Ruling(
                piece.across(), at, last.from(), Math.max(last.to(), piece.to()), piece.edge()));
      } else {
        joined.add(new Ruling(piece.across(), at, piece.from(), piece.to(), piece.edge()));
      }
    }
    return joined;
  }
}
