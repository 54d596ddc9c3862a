package dev.retune.ui.compare;

import dev.retune.ui.support.Span;
import dev.retune.ui.support.WordMatch;
import java.util.List;

/// A piece of a passage with the words of the question marked.
///
/// @param text the piece, on one line
/// @param marks the words, in its own indices
record Snippet(String text, List<Span> marks) {

  /// About `length` characters around the sentence that shares most with the question.
  static Snippet of(String question, String passage, int length) {
    var flat = passage.replaceAll("\\s+", " ").strip();
    var at = WordMatch.sentence(question, flat).map(Span::start).orElse(0);
    var from = at < length / 3 ? 0 : at;
    if (flat.length() - from < length) {
      from = Math.max(0, flat.length() - length);
    }
    while (from > 0 && from < at && flat.charAt(from - 1) != ' ') {
      from++;
    }
    var to = Math.min(flat.length(), from + length);
    while (to < flat.length() && to > from + length / 2 && insideWord(flat, to)) {
      to--;
    }
    var text =
        (from > 0 ? "… " : "")
            + flat.substring(from, to).strip()
            + (to < flat.length() ? " …" : "");
    return new Snippet(text, WordMatch.words(question, text));
  }

  /// Whether a cut before `at` would tear a word; ideographs stand alone.
  private static boolean insideWord(String text, int at) {
    return Character.isLetterOrDigit(text.charAt(at))
        && Character.isLetterOrDigit(text.charAt(at - 1))
        && !Character.isIdeographic(text.charAt(at));
  }
}
