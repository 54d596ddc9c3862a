package dev.retune.pair.builtin;

import java.util.Set;
import java.util.regex.Pattern;

/// What every English question must be: short, closed in itself, and about something.
final class EnglishCheck {
  static final Set<String> STOP_WORDS =
      WordSet.of(
          "what which how why when where who whom is are was were be been do does did done must"
              + " should can may will has have had the a an of to in on at by for with from and or"
              + " if not it meant happens needs happen used mean stand exactly often much long high"
              + " company company's that as upper lower limit get most you your code required"
              + " needed consequence right thing forbidden avoided matter purpose serve parts make"
              + " up consist abbreviation before after while once unless there its their");
  private static final Pattern OPEN =
      Pattern.compile(
          "(?i).*\\b(?:it|need more"
              + " than|they|them|this|these|those|such|he|she|him|his|her|above|below|following|aforementioned|herein|hereby|thereof|respectively|former|latter|previous|preceding|aforesaid|page|paragraph|et"
              + " al)\\b.*");
  private static final Pattern TRAILING =
      Pattern.compile(
          "(?i).*\\b(?:and|or|of|the|a|an|to|for|with|than|as|because|by|in|on|from|our|is|are|be|including)\\?$");
  private static final Pattern ODD =
      Pattern.compile(
          ".*(?:[�|•=<>@#*_]|\\.\\.|\\?.|[a-z][A-Z][a-z]|\\d{5,}|\\bItem \\d|—|--|;|:).*");

  private static final Pattern TWICE = Pattern.compile("(?i)\\b(\\w+) \\1\\b");

  private EnglishCheck() {}

  static boolean good(String question) {
    int words = question.split("\\s+").length;
    return words >= 4
        && words <= 22
        && question.length() <= 160
        && !OPEN.matcher(question).matches()
        && !TRAILING.matcher(question).matches()
        && !ODD.matcher(question).matches()
        && balanced(question, '(', ')')
        && question.chars().filter(c -> c == '"').count() % 2 == 0
        && !repeats(question);
  }

  private static boolean balanced(String text, char open, char close) {
    return text.chars().filter(c -> c == open).count()
        == text.chars().filter(c -> c == close).count();
  }

  /// The same word twice in a row, as after a failed replacement.
  private static boolean repeats(String question) {
    return TWICE.matcher(question).find();
  }
}
