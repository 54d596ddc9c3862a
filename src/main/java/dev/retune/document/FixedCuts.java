package dev.retune.document;

import dev.retune.encoder.TokenCounter;
import dev.retune.task.Progress;
import java.util.ArrayList;
import java.util.List;

/// Cuts a text into pieces of as many tokens as are allowed, between words.
final class FixedCuts {
  /// Characters of a token with what follows it, a little more than most.
  private static final int COMMON_TOKEN = 6;

  private final String text;
  private final TokenCounter counter;
  private final ChunkingOptions options;
  private final TableHeads heads;

  FixedCuts(String text, TableHeads heads, TokenCounter counter, ChunkingOptions options) {
    this.text = text;
    this.heads = heads;
    this.counter = counter;
    this.options = options;
  }

  /// The pieces in order, without white space at their ends; each reaches further than the one
  /// before.
  ///
  /// @param progress advances by characters
  List<Span> spans(Progress progress) {
    var spans = new ArrayList<Span>();
    int start = visible(0);
    int covered = start;
    while (covered < text.length()) {
      progress.checkCancelled();
      int end = end(start);
      if (end <= covered && start < covered) {
        // The overlap left no room for anything new.
        start = covered;
        continue;
      }
      spans.add(new Span(start, end));
      int next = visible(end);
      progress.advance(next - covered);
      covered = next;
      start = next < text.length() ? overlapping(start, end, next) : next;
    }
    return spans;
  }

  /// One past the last character of the piece that begins at `start`.
  private int end(int start) {
    var prefix = new LongestPrefix(counter, options.maxTokens() - heads.tokens(start));
    int end = start + prefix.filled(text.substring(start, window(start)));
    int row = TableRow.divided(text, end);
    if (row > start) {
      end = row;
    }
    while (Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  /// How far a piece may reach at most: what has too many tokens, or is longer than any piece is.
  private int window(int start) {
    int most = options.maxTokens() * TextUnits.LONG_TOKEN;
    int length = Math.min(most, options.maxTokens() * COMMON_TOKEN);
    int end = boundary(start + length);
    while (length < most
        && end < text.length()
        && counter.count(text.substring(start, end)) <= options.maxTokens()) {
      length = Math.min(most, 2 * length);
      end = boundary(start + length);
    }
    return end;
  }

  private int boundary(int at) {
    int end = Math.min(text.length(), at);
    return end < text.length() && Character.isLowSurrogate(text.charAt(end)) ? end - 1 : end;
  }

  /// Where the next piece begins: the first word from which on no more is repeated than allowed.
  private int overlapping(int start, int end, int next) {
    var words =
        words(Math.max(start + 1, end - options.overlapTokens() * TextUnits.LONG_TOKEN), end);
    int tooEarly = -1;
    int fits = words.size();
    while (fits - tooEarly > 1) {
      int middle = (tooEarly + fits) >>> 1;
      if (counter.count(text.substring(words.get(middle), end)) <= options.overlapTokens()) {
        fits = middle;
      } else {
        tooEarly = middle;
      }
    }
    if (fits == words.size()) {
      return next;
    }
    int at = words.get(fits);
    int row = TableRow.divided(text, at);
    return row < 0 ? at : Math.min(next, visible(TableRow.end(text, row)));
  }

  /// Where words begin between two places.
  private List<Integer> words(int from, int to) {
    var words = new ArrayList<Integer>();
    for (int at = from; at < to; at++) {
      boolean begins = Character.isWhitespace(text.charAt(at - 1)) || spaceless(at);
      if (begins && !Character.isWhitespace(text.charAt(at))) {
        words.add(at);
      }
    }
    return words;
  }

  private boolean spaceless(int at) {
    return Scripts.spaceless(text.codePointBefore(at)) && Scripts.spaceless(text.codePointAt(at));
  }

  private int visible(int from) {
    int at = from;
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }
}
