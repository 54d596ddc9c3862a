package dev.retune.document;

import dev.retune.encoder.TokenCounter;
import java.util.ArrayList;
import java.util.List;

/// Fills chunks with whole units, as many as fit; a heading stays with what follows it.
final class Filling {
  /// A chunk below this share of the limit takes in the next section rather than stand alone.
  private static final int SMALL = 4;

  private final TableHeads heads;
  private final List<TextUnit> units;
  private final TokenCounter counter;
  private final ChunkingOptions options;

  Filling(TableHeads heads, List<TextUnit> units, TokenCounter counter, ChunkingOptions options) {
    this.heads = heads;
    this.units = units;
    this.counter = counter;
    this.options = options;
  }

  /// @return ranges in order, which cover `group` and may overlap within it
  List<UnitRange> fill(UnitRange group) {
    var ranges = new ArrayList<UnitRange>();
    int from = group.from();
    int covered = group.from();
    while (covered < group.to()) {
      int to = fitting(from, group.to());
      // Tokens of a whole may be more than those of its parts.
      while (tokens(from, to) > options.maxTokens() && to - 1 > from) {
        to--;
      }
      if (to <= covered && from < covered) {
        // The overlap left no room for anything new.
        from = covered;
        continue;
      }
      ranges.add(new UnitRange(from, to));
      covered = to;
      from = overlapping(from, to, group.to());
    }
    return ranges;
  }

  private int tokens(int from, int to) {
    return counter.count(heads.whole(units.get(from).start(), units.get(to - 1).end()));
  }

  /// One past the last unit of the chunk that begins at `from`.
  private int fitting(int from, int end) {
    int to = from;
    int tokens = heads.tokens(units.get(from).start());
    boolean body = false;
    while (to < end) {
      var unit = units.get(to);
      boolean section =
          options.method() == ChunkingMethod.SENTENCES
              && unit.heading()
              && body
              && tokens >= options.maxTokens() / SMALL;
      boolean full =
          tokens + unit.tokens() > options.maxTokens()
              || unit.end() - units.get(from).start() > options.maxTokens() * TextUnits.LONG_TOKEN;
      if (to > from && (section || full)) {
        break;
      }
      tokens += unit.tokens();
      body |= !unit.heading();
      to++;
    }
    while (body && to < end && units.get(to - 1).heading()) {
      to--;
    }
    return to;
  }

  /// Where the next chunk begins: some sentences before `to`, unless a heading stands there.
  private int overlapping(int from, int to, int end) {
    if (to >= end || units.get(to).heading()) {
      return to;
    }
    int back = to;
    int tokens = 0;
    while (back - 1 > from) {
      var unit = units.get(back - 1);
      tokens += unit.tokens();
      if (unit.heading()
          || tokens > options.overlapTokens()
          || heads.tokens(unit.start()) + tokens + units.get(to).tokens() > options.maxTokens()) {
        break;
      }
      back--;
    }
    return back;
  }
}
