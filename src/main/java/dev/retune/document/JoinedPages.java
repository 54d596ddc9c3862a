package dev.retune.document;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/// Slides, sheets and texts without pages as one text: what has text, one after another, with a
/// line end between.
final class JoinedPages {
  /// No document has more.
  private static final int MOST = 100_000;

  private JoinedPages() {}

  /// Where a page's text begins.
  ///
  /// @param number from 1
  /// @param pages their text by number, empty where there is none
  static int start(int number, IntFunction<String> pages) {
    int length = 0;
    for (int page = 1; page < number; page++) {
      length = end(length, pages.apply(page));
    }
    return next(length, pages.apply(number));
  }

  /// The ranges of pages that a range of the whole is made of; none beyond its end.
  static List<PageRange> ranges(int start, int end, IntFunction<String> pages) {
    var ranges = new ArrayList<PageRange>();
    int length = 0;
    for (int page = 1; page <= MOST && length < end; page++) {
      var text = pages.apply(page);
      int from = next(length, text);
      length = end(length, text);
      if (!text.isEmpty() && start < length && from < end) {
        ranges.add(
            new PageRange(
                page, Math.max(start - from, 0), Math.min(end, length) - from, List.of()));
      }
    }
    return ranges;
  }

  private static int next(int length, String text) {
    return length > 0 && !text.isEmpty() ? length + 1 : length;
  }

  private static int end(int length, String text) {
    return next(length, text) + text.length();
  }
}
