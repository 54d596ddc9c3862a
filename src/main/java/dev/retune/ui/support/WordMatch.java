package dev.retune.ui.support;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Where a passage uses the words of a question, for marking them.
///
/// Words of alphabetic scripts match by a light stem, Chinese by pairs of characters. It decides
/// nothing: it only helps the eye.
public final class WordMatch {

  /// Words that questions and passages share without saying anything.
  private static final Set<String> COMMON =
      Set.of(
          """
          a an and are as at be been by can did do does for from had has have how if in into is it \
          its may must not of on or shall should that the their there these this to was were what \
          when where which while who whom why will with would you your \
          什么 多少 怎么 如何 哪些 哪个 是否\
          """
              .split("\\s+"));

  private WordMatch() {}

  /// The words of `text` that `question` uses too, in order and not overlapping.
  public static List<Span> words(String question, String text) {
    var wanted = new HashSet<String>();
    terms(question).forEach(term -> wanted.add(term.stem()));
    var found = new ArrayList<Span>();
    for (var term : terms(text)) {
      if (wanted.contains(term.stem())) {
        append(found, term.span());
      }
    }
    return List.copyOf(found);
  }

  /// The sentence of `text` that most likely answers `question`: the one that shares the most of
  /// its words, rare words of the passage counting more, and that has the number where the question
  /// asks for one. Empty if no sentence shares anything.
  public static Optional<Span> sentence(String question, String text) {
    var wanted = new HashSet<String>();
    terms(question).forEach(term -> wanted.add(term.stem()));
    var sentences = sentences(text);
    Map<String, Integer> spread = new HashMap<>();
    var shared = new ArrayList<Set<String>>();
    for (var sentence : sentences) {
      var common = new HashSet<String>();
      for (var term : terms(sentence.of(text))) {
        if (wanted.contains(term.stem())) {
          common.add(term.stem());
        }
      }
      shared.add(common);
      common.forEach(stem -> spread.merge(stem, 1, Integer::sum));
    }
    var number = AskedNumber.in(question);
    Optional<Span> best = Optional.empty();
    var bestScore = 0.0;
    for (var i = 0; i < sentences.size(); i++) {
      var score = 0.0;
      for (var stem : shared.get(i)) {
        score += 1.0 / spread.getOrDefault(stem, 1);
      }
      if (number.isPresent()) {
        score += number.get().weight(sentences.get(i).of(text), score);
      }
      if (score > bestScore) {
        bestScore = score;
        best = Optional.of(sentences.get(i));
      }
    }
    return best;
  }

  /// The sentences of `text`; a line break ends one too.
  static List<Span> sentences(String text) {
    var breaks = BreakIterator.getSentenceInstance(Locale.ROOT);
    breaks.setText(text);
    var spans = new ArrayList<Span>();
    for (int from = breaks.first(), to = breaks.next();
        to != BreakIterator.DONE;
        from = to, to = breaks.next()) {
      var start = from;
      for (var i = from; i <= to; i++) {
        var ends =
            i == to
                || text.charAt(i) == '\n'
                || (i > from && "。！？".indexOf(text.charAt(i - 1)) >= 0);
        if (ends) {
          trimmed(text, start, i).ifPresent(spans::add);
          start = i;
        }
      }
    }
    return spans;
  }

  private static Optional<Span> trimmed(String text, int start, int end) {
    var from = start;
    var to = end;
    while (from < to && Character.isWhitespace(text.charAt(from))) {
      from++;
    }
    while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
      to--;
    }
    return from == to ? Optional.empty() : Optional.of(new Span(from, to));
  }

  private record Term(String stem, Span span) {}

  private static List<Term> terms(String text) {
    var terms = new ArrayList<Term>();
    var i = 0;
    while (i < text.length()) {
      var c = text.charAt(i);
      if (ideograph(c)) {
        if (i + 1 < text.length() && ideograph(text.charAt(i + 1))) {
          add(terms, text.substring(i, i + 2), new Span(i, i + 2));
        }
        i++;
      } else if (Character.isLetterOrDigit(c)) {
        var end = i + 1;
        while (end < text.length()
            && Character.isLetterOrDigit(text.charAt(end))
            && !ideograph(text.charAt(end))) {
          end++;
        }
        add(terms, text.substring(i, end).toLowerCase(Locale.ROOT), new Span(i, end));
        i = end;
      } else {
        i++;
      }
    }
    return terms;
  }

  private static void add(List<Term> terms, String word, Span span) {
    if (!COMMON.contains(word)) {
      terms.add(new Term(stem(word), span));
    }
  }

  private static String stem(String word) {
    for (var ending : List.of("ing", "ies", "ed", "es", "s", "e")) {
      if (word.length() > ending.length() + 3 && word.endsWith(ending)) {
        return word.substring(0, word.length() - ending.length());
      }
    }
    return word;
  }

  private static boolean ideograph(char c) {
    return Character.isIdeographic(c);
  }

  /// Adds `span`, joined to the last one where the two touch.
  private static void append(List<Span> spans, Span span) {
    if (!spans.isEmpty() && spans.getLast().end() >= span.start()) {
      spans.set(spans.size() - 1, new Span(spans.getLast().start(), span.end()));
    } else {
      spans.add(span);
    }
  }
}
