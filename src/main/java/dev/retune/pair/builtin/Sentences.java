package dev.retune.pair.builtin;

import dev.retune.document.MarkdownTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Cuts a passage into sentences and lines.
///
/// A line break ends a sentence unless the line is wrapped: it is long or ends in a comma, and the
/// next goes on in lower case. A row of a table is a line: its cells, one after another.
public final class Sentences {
  private static final Pattern BULLET =
      Pattern.compile(
          "^(?:[•·●○▪■◆–—*\\-]\\s*|\\(?(?:\\d{1,2}|[a-zA-Z])[.)）、]\\s*(?=\\D)|\\d+(?:\\.\\d+)+\\.?\\s+"
              + "|[（(][一二三四五六七八九十\\d]{1,2}[)）]\\s*|[一二三四五六七八九十]{1,2}、\\s*|[①-⑳]\\s*)+");
  private static final Set<String> SHORTENED =
      Set.of(
          "e.g", "i.e", "inc", "corp", "ltd", "co", "no", "nos", "fig", "figs", "approx", "mr",
          "mrs", "ms", "dr", "vs", "u.s", "u.k", "etc", "sec", "art", "st", "jr", "sr", "vol", "pp",
          "p", "cf", "al", "ca", "max", "min", "ref", "eq", "tab", "chap");

  /// Lines of a narrow column are at least so long.
  private static final int NARROW = 25;

  private Sentences() {}

  /// The sentences of a passage in order; a first or last one that is torn is left out.
  public static List<Sentence> of(String passage) {
    var sentences = new ArrayList<Sentence>();
    int start = 0;
    for (int i = 0; i < passage.length(); i++) {
      int row = start == i ? rowEnd(passage, i) : -1;
      if (row >= 0) {
        addRow(passage, i, row, sentences);
        start = row + 1;
        i = row;
        continue;
      }
      char c = passage.charAt(i);
      if (c == '\n' && !wrapped(passage, i)) {
        add(passage, start, i, true, sentences);
        start = i + 1;
      } else if (ends(passage, i)) {
        int end = i + 1;
        while (end < passage.length() && "”’\"')）」』".indexOf(passage.charAt(end)) >= 0) {
          end++;
        }
        add(passage, start, end, false, sentences);
        start = end;
        i = end - 1;
      }
    }
    if (start < passage.length()) {
      add(passage, start, passage.length(), true, sentences);
    }
    return sentences;
  }

  /// Where the row of a table that starts at `at` ends; -1 if none does.
  private static int rowEnd(String passage, int at) {
    if (passage.charAt(at) != '|' || (at > 0 && passage.charAt(at - 1) != '\n')) {
      return -1;
    }
    int end = passage.indexOf('\n', at);
    end = end < 0 ? passage.length() : end;
    return MarkdownTable.isRow(passage.substring(at, end)) ? end : -1;
  }

  private static void addRow(String passage, int from, int to, List<Sentence> into) {
    var raw = passage.substring(from, to);
    var text = String.join(" ", MarkdownTable.cells(raw)).replaceAll("\\s+", " ").strip();
    if (text.codePoints().anyMatch(Character::isLetterOrDigit)) {
      into.add(new Sentence(raw, text, true));
    }
  }

  private static void add(String passage, int from, int to, boolean line, List<Sentence> into) {
    var raw = passage.substring(from, to).strip();
    var text = BULLET.matcher(raw.replaceAll("\\s+", " ")).replaceFirst("").strip();
    if (!text.isEmpty()) {
      into.add(new Sentence(raw, text, line));
    }
  }

  private static boolean wrapped(String text, int at) {
    int next = at + 1;
    while (next < text.length() && text.charAt(next) == ' ') {
      next++;
    }
    if (next >= text.length() || text.charAt(next) == '\n') {
      return false;
    }
    char first = text.charAt(next);
    int begin = text.lastIndexOf('\n', at - 1) + 1;
    char last = at > 0 ? text.charAt(at - 1) : '\n';
    boolean open = last == ',' || last == '，' || last == '、' || Character.isLetterOrDigit(last);
    return open && Character.isLowerCase(first) && (at - begin > NARROW || last == ',');
  }

  /// A full stop after which the space was lost: "… in 2016.The tax laws …".
  private static boolean glued(String text, int at) {
    return at > 2
        && at + 2 < text.length()
        && Character.isLetterOrDigit(text.charAt(at - 1))
        && Character.isLowerCase(text.charAt(at - 2))
        && Character.isUpperCase(text.charAt(at + 1))
        && Character.isLowerCase(text.charAt(at + 2));
  }

  private static boolean ends(String text, int at) {
    char c = text.charAt(at);
    if ("。！？；!?".indexOf(c) >= 0) {
      return true;
    }
    if (c != '.' || at + 1 >= text.length()) {
      return c == '.';
    }
    char next = text.charAt(at + 1);
    if (!Character.isWhitespace(next) && "”’\"')".indexOf(next) < 0) {
      return glued(text, at);
    }
    int word = at;
    while (word > 0 && !Character.isWhitespace(text.charAt(word - 1))) {
      word--;
    }
    var before = text.substring(word, at).replaceAll("^[(\\[\"“]+", "");
    if (before.length() == 1 && Character.isLetter(before.charAt(0))) {
      return false;
    }
    if (SHORTENED.contains(before.toLowerCase(java.util.Locale.ROOT))) {
      return false;
    }
    int follow = at + 1;
    while (follow < text.length() && Character.isWhitespace(text.charAt(follow))) {
      follow++;
    }
    boolean item = before.matches("\\d{1,2}") && (word == 0 || text.charAt(word - 1) == '\n');
    return !item && (follow >= text.length() || !Character.isLowerCase(text.charAt(follow)));
  }
}
