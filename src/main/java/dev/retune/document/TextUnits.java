package dev.retune.document;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import dev.retune.encoder.TokenCounter;
import dev.retune.task.Progress;
import java.util.ArrayList;
import java.util.List;

/// Divides a document's text into sentences, headings and the rows of tables.
final class TextUnits {
  /// Characters that a token has at most, save for freaks: tokenizers take any garbage without
  /// spaces for one unknown word.
  static final int LONG_TOKEN = 20;

  private final CleanDocument document;
  private final TokenCounter counter;
  private final int maxTokens;
  private final List<TextUnit> units = new ArrayList<>();
  private final HeadingPath headings = new HeadingPath();

  /// English abbreviations do not end a sentence; the rules for Chinese are in every locale.
  private final BreakIterator sentences =
      BreakIterator.getSentenceInstance(new ULocale("en@ss=standard"));

  private final LongestPrefix prefix;

  private TextUnits(CleanDocument document, TokenCounter counter, int maxTokens) {
    this.document = document;
    this.counter = counter;
    this.maxTokens = maxTokens;
    this.prefix = new LongestPrefix(counter, maxTokens);
  }

  static List<TextUnit> of(
      CleanDocument document, TokenCounter counter, int maxTokens, Progress progress) {
    var divider = new TextUnits(document, counter, maxTokens);
    var text = document.text();
    for (int start = 0; start < text.length(); ) {
      progress.checkCancelled();
      int head = TableHead.end(text, start);
      int end = head < 0 ? text.indexOf('\n', start) : head;
      end = end < 0 ? text.length() : end;
      if (head < 0) {
        divider.paragraph(start, end);
      } else {
        divider.add(start, end, true);
      }
      progress.advance(end - start);
      start = end + 1;
    }
    return divider.units;
  }

  private void paragraph(int start, int end) {
    int level = document.headings().getOrDefault(start, 0);
    if (level > 0) {
      headings.enter(level, HeadingPath.title(document.text().substring(start, end)));
      add(start, end, true);
      return;
    }
    if (TableRow.begins(document.text(), start)) {
      add(start, end, false);
      return;
    }
    sentences.setText(document.text().substring(start, end));
    int from = sentences.first();
    for (int to = sentences.next(); to != BreakIterator.DONE; to = sentences.next()) {
      add(start + from, start + to, false);
      from = to;
    }
  }

  /// Adds a unit, or several if it is too long for one.
  private void add(int start, int end, boolean heading) {
    int last = withoutSpace(start, end);
    int from = start;
    while (from < last) {
      if (space(from)) {
        from++;
        continue;
      }
      // Counting a whole book again for each of its pieces would take for ever.
      int cut = Math.min(last, from + maxTokens * LONG_TOKEN);
      cut -= cut < last && Character.isLowSurrogate(document.text().charAt(cut)) ? 1 : 0;
      int tokens = counter.count(document.text().substring(from, cut));
      if (tokens > maxTokens || cut < last) {
        cut = from + prefix.of(document.text().substring(from, cut));
        tokens = counter.count(document.text().substring(from, cut));
      }
      units.add(new TextUnit(from, withoutSpace(from, cut), tokens, heading, headings.path()));
      from = cut;
    }
  }

  private int withoutSpace(int start, int end) {
    int last = end;
    while (last > start && space(last - 1)) {
      last--;
    }
    return last;
  }

  private boolean space(int at) {
    return Character.isWhitespace(document.text().charAt(at));
  }
}
