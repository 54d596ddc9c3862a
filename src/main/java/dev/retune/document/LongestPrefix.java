package dev.retune.document;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import dev.retune.encoder.TokenCounter;

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

  /// As [#of], and then word by word as long as it fits: half a word may have more tokens than the
  /// whole one, at which the search by halves stops too early.
  int filled(String text) {
    int fits = of(text);
    for (int next = next(fits); next > 0; next = next(fits)) {
      if (counter.count(text.substring(0, next)) > maxTokens) {
        break;
      }
      fits = next;
    }
    return fits;
  }

  private int next(int after) {
    int next = after < lines.last() ? lines.following(after) : BreakIterator.DONE;
    return next == BreakIterator.DONE ? 0 : next;
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
