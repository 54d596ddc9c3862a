package dev.retune.pair.builtin;

import java.util.function.Consumer;
import java.util.regex.Pattern;

/// Questions for how much or how many of something a statement names: "How much unrestricted cash
/// did the company have as of December 31, 2021?".
final class EnglishAmounts {
  private static final String ABOUT =
      "(?:approximately |about |nearly |over |more than |less than |up to |at least |a total of |an"
          + " aggregate of |only )*";
  private static final Pattern MONEY =
      Pattern.compile(
          "^(\\w+) "
              + ABOUT
              + "(?:US)?[$€£¥]\\s?\\d[\\d,.]*(?: (?:million|billion|thousand|trillion))? (?:of|in)"
              + " ((?!fiscal|\\d|the |an? |each|such|its|our|which)[\\p{L}\\-]+(?:"
              + " (?!in\\b|to\\b|for\\b|from\\b|as\\b|during\\b|on\\b|under\\b|with\\b|at\\b|and\\b|that\\b|which\\b|by\\b|related\\b|available\\b)[\\p{L}\\-]+){0,4})(?=$|["
              + " ,;]).*");
  private static final Pattern COUNT =
      Pattern.compile(
          "^(\\w+) "
              + ABOUT
              + "\\d[\\d,.]*(?: (?:million|billion|thousand))?"
              + " ((?!years?|days?|months?|hours?|minutes?|percent|basis|shares? of)(?:[\\p{L}\\-]+"
              + " (?<!in |to |for |of |and |or )){0,2}[\\p{L}\\-]{3,}s)(?=$|[ ,;]).*");

  private EnglishAmounts() {}

  static void apply(Clause clause, String when, Sentence sentence, Consumer<Draft> found) {
    if (!clause.auxiliary().matches("did|do|does")) {
      return;
    }
    var at = when.isEmpty() ? "" : " " + when;
    var money = MONEY.matcher(clause.rest());
    if (money.matches()) {
      ask("How much " + money.group(2), clause, money.group(1) + at, sentence, found);
    }
    var count = COUNT.matcher(clause.rest());
    if (count.matches()) {
      ask("How many " + count.group(2), clause, count.group(1) + at, sentence, found);
    }
  }

  private static void ask(
      String asked, Clause clause, String rest, Sentence sentence, Consumer<Draft> found) {
    found.accept(new Draft(clause.ask(asked, rest) + "?", sentence.raw(), .95));
  }
}
