package dev.retune.document;

import java.util.ArrayList;
import java.util.List;

/// Joins chunks that are too small with a neighbour under the same heading.
final class Joining {
  private final Measure measure;
  private final ChunkingOptions options;

  /// What joining must know about a run of units.
  interface Measure {
    int tokens(UnitRange range);

    List<String> path(UnitRange range);
  }

  Joining(Measure measure, ChunkingOptions options) {
    this.measure = measure;
    this.options = options;
  }

  List<UnitRange> join(List<UnitRange> ranges) {
    var joined = new ArrayList<>(ranges);
    int at = 0;
    while (at < joined.size()) {
      int left = options.minTokens() > 0 ? partner(joined, at) : -1;
      if (left < 0) {
        at++;
        continue;
      }
      var both = new UnitRange(joined.get(left).from(), joined.get(left + 1).to());
      joined.set(left, both);
      joined.remove(left + 1);
      // What was joined may still be too small.
      at = left;
    }
    return joined;
  }

  /// The left one of the two to be joined; -1 if this one is large enough or stays alone. The
  /// neighbour that shares more headings is preferred, else the one before.
  private int partner(List<UnitRange> ranges, int at) {
    if (measure.tokens(ranges.get(at)) >= options.minTokens()) {
      return -1;
    }
    int before = at > 0 && fits(ranges, at - 1) ? shared(ranges, at - 1) : -1;
    int after = at + 1 < ranges.size() && fits(ranges, at) ? shared(ranges, at) : -1;
    if (before < 0 && after < 0) {
      return -1;
    }
    return before >= after ? at - 1 : at;
  }

  private boolean fits(List<UnitRange> ranges, int left) {
    var both = new UnitRange(ranges.get(left).from(), ranges.get(left + 1).to());
    return measure.tokens(both) <= options.maxTokens();
  }

  /// How many headings the two have in common; -1 if they do not belong together: neither under the
  /// same heading, nor side by side or one above the other under a common one.
  private int shared(List<UnitRange> ranges, int left) {
    var a = measure.path(ranges.get(left));
    var b = measure.path(ranges.get(left + 1));
    if (a.equals(b)) {
      return a.size() + 1;
    }
    int common = 0;
    int shorter = Math.min(a.size(), b.size());
    while (common < shorter && a.get(common).equals(b.get(common))) {
      common++;
    }
    return common > 0 && common >= shorter - 1 ? common : -1;
  }
}
