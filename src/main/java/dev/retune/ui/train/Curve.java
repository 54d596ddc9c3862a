package dev.retune.ui.train;

import java.util.ArrayList;
import java.util.List;

/// What is done to measured points before they are drawn.
final class Curve {

  private Curve() {}

  /// At most `limit` (rounded down to even) of `points`, in order: of every stretch of equal length
  /// the lowest and the highest, so that no spike is lost. A chart of a few hundred pixels shows no
  /// more, and drawing every step costs a third of a core.
  static List<Point> thinned(List<Point> points, int limit) {
    if (points.size() <= limit) {
      return List.copyOf(points);
    }
    var stretches = Math.max(1, limit / 2);
    var kept = new ArrayList<Point>(2 * stretches);
    for (var i = 0; i < stretches; i++) {
      var from = (int) ((long) points.size() * i / stretches);
      var to = (int) ((long) points.size() * (i + 1) / stretches);
      addExtremes(points.subList(from, to), kept);
    }
    return kept;
  }

  private static void addExtremes(List<Point> stretch, List<Point> kept) {
    var low = stretch.getFirst();
    var high = low;
    for (var point : stretch) {
      if (point.value() < low.value()) {
        low = point;
      }
      if (point.value() > high.value()) {
        high = point;
      }
    }
    if (low.equals(high)) {
      kept.add(low);
    } else {
      kept.add(low.step() < high.step() ? low : high);
      kept.add(low.step() < high.step() ? high : low);
    }
  }

  /// The exponentially weighted mean of `points` up to each of them, freed of the bias towards the
  /// start (as in Adam: Kingma and Ba 2015, section 3).
  ///
  /// @param keep weight of the past, 0 to below 1
  static List<Point> smoothed(List<Point> points, double keep) {
    var smooth = new ArrayList<Point>(points.size());
    var mean = 0.0;
    var weight = 0.0;
    for (var point : points) {
      mean = keep * mean + (1 - keep) * point.value();
      weight = keep * weight + (1 - keep);
      smooth.add(new Point(point.step(), mean / weight));
    }
    return smooth;
  }
}
