package dev.retune.document;

import dev.retune.encoder.TokenCounter;
import java.util.ArrayList;
import java.util.List;

/// Divides what runs on over the end of a page.
final class PageUnits {
  private final String text;
  private final int[] starts;
  private final TokenCounter counter;

  PageUnits(CleanDocument document, TokenCounter counter) {
    this.text = document.text();
    this.starts = document.starts();
    this.counter = counter;
  }

  List<TextUnit> of(List<TextUnit> units) {
    var divided = new ArrayList<TextUnit>();
    int page = 0;
    for (var unit : units) {
      int from = unit.start();
      while (page < starts.length && starts[page] < unit.end()) {
        if (starts[page] > from) {
          add(divided, unit, from, starts[page]);
          from = starts[page];
        }
        page++;
      }
      if (from == unit.start()) {
        divided.add(unit);
      } else {
        add(divided, unit, from, unit.end());
      }
    }
    return divided;
  }

  private void add(List<TextUnit> units, TextUnit whole, int from, int to) {
    int end = to;
    while (end > from && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    if (end > from) {
      int tokens = counter.count(text.substring(from, end));
      units.add(new TextUnit(from, end, tokens, whole.heading(), whole.path()));
    }
  }
}
