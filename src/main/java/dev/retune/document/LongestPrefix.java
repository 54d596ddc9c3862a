package dev.retune.document;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import dev.retune.encoder.TokenCounter;
import java.util.ArrayList;

/// Finds how much of a text fits into so many tokens.
final class LongestPrefix {
  private final TokenCounter counter;
  private final int maxTokens;
  private final BreakIterator lines = BreakIterator.getLineInstance(ULocale.ROOT);

  LongestPrefix(TokenCounter counter, int maxTokens) {
    this.counter = counter;
    this.maxTokens = maxTokens;
  }

  /// How many characters of a text too long for one unit go into the first: as many as fit up to
  /// where a line may break; letter by letter where none may.
  int of(String text) {
    lines.setText(text);
    int fits = longest(text);
    int whole = fits == 0 || lines.isBoundary(fits) ? fits : lines.preceding(fits);
    if (whole > 0) {
      return whole;
    }
    int cut = Math.max(fits, 1);
    return Character.isHighSurrogate(text.charAt(cut - 1)) ? cut + (cut == 1 ? 1 : -1) : cut;
  }

  /// As [#of], but counts whole words only: half a word may have more tokens than the whole one, at
  /// which the search letter by letter stops too early.
  int filled(String text) {
    lines.setText(text);
    var ends = new ArrayList<Integer>();
    lines.first();
    for (int end = lines.next(); end != BreakIterator.DONE; end = lines.next()) {
      ends.add(end);
    }
    int all = counter.count(text);
    if (all <= maxTokens) {
      return text.length();
    }
    // Words are of about the same length all over the text, so the place is almost known.
    int at = (int) ((long) ends.size() * maxTokens / all);
    int last = ends.size() - 1;
    int fits = -1;
    int tooLong = last;
    for (int step = 4; tooLong - fits > 1; step *= 2) {
      at = Math.clamp(at, fits + 1, tooLong - 1);
      boolean room = counter.count(text.substring(0, ends.get(at))) <= maxTokens;
      fits = room ? at : fits;
      tooLong = room ? tooLong : at;
      boolean between = fits >= 0 && tooLong < last;
      at = between ? (fits + tooLong) >>> 1 : room ? at + step : at - step;
    }
    return fits < 0 ? of(text) : ends.get(fits);
  }

  /// By bisection: counts grow with the text.
  private int longest(String text) {
    if (counter.count(text) <= maxTokens) {
      return text.length();
    }
    int fits = 0;
    int tooLong = text.length();
    while (tooLong - fits > 1) {
      int middle = (fits + tooLong) >>> 1;
      if (counter.count(text.substring(0, middle)) <= maxTokens) {
        fits = middle;
      } else {
        tooLong = middle;
      }
    }
    return fits;
  }
}
