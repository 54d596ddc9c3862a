package dev.retune.pair.builtin;

import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// Questions for figures: "What torque …", "How often …", "What is the upper limit of …".
final class EnglishNumbers implements Rule {
  private static final String NUMBER =
      "(?:about |approximately |around |roughly |exactly |only |up to |at least |at most"
          + " )?[−\\-+±]?\\d[\\d,.]*(?:\\s?(?:to|and|–|-)\\s?[−\\-+]?\\d[\\d,.]*)?(?: million|"
          + " billion| thousand)?";
  private static final Pattern FIGURE =
      Pattern.compile("(" + NUMBER + ")\\s?(" + Quantity.anyUnit() + ")(?![\\p{L}\\d/])");
  private static final Pattern EVERY =
      Pattern.compile(
          "^(.*?)\\s*\\b(?:every|once (?:a|per|every|in)|twice"
              + " (?:a|per)|(?:daily|weekly|monthly|quarterly|annually|yearly)\\b(?=$|[,.;]|"
              + " (?:and|or|by|to|based|with|for|from|using|on|at)\\b))(?: .*)?$");
  private static final Pattern LIMIT =
      Pattern.compile(
          "^(?:not |never )(?:exceed|be exceeded|rise above|be (?:more|higher|longer|greater)"
              + " than|go above)\\b.*");
  private static final Pattern FLOOR =
      Pattern.compile(
          "^(?:not |never )(?:fall below|drop below|be (?:less|lower|shorter) than|go"
              + " below)\\b.*|^be at least\\b.*");
  private static final Pattern TO_VALUE =
      Pattern.compile(
          "^(.{3,60}?) (to|at|with|under|by|for|within|after) (?:a"
              + " (?:torque|pressure|speed|temperature|voltage) of )?$");
  private static final Pattern MONEY =
      Pattern.compile("^(?:approximately |about |net of )?(?:US)?[$€£¥]\\s?\\d");
  private static final Pattern CHANGE =
      Pattern.compile(
          "^(increase|decrease|grow|decline|rise|fall|drop) (?:by )?(?:approximately"
              + " )?(?:[$€£]\\s?)?\\d");
  private static final Pattern YEAR =
      Pattern.compile(
          "\\b(?:in|during|for|to|ended \\w+ \\d{1,2},|from|through) (?:fiscal (?:year"
              + " )?)?(20\\d\\d)\\b");
  private static final Set<String> FITTING =
      WordSet.of("torque temperature pressure speed voltage current power frequency flow");

  private static final Set<String> ADJECTIVES =
      WordSet.of("long wide thick deep high old tall heavy away");

  @Override
  public void apply(Sentence sentence, Corpus corpus, Consumer<Draft> found) {
    if (sentence.line() && !sentence.text().endsWith(".")) {
      return;
    }
    var clause = Clause.parse(sentence.text().replaceAll("[.;]$", ""), corpus);
    clause.ifPresent(it -> apply(it, sentence, found));
  }

  private static void apply(Clause clause, Sentence sentence, Consumer<Draft> found) {
    var every = EVERY.matcher(clause.rest());
    if (every.matches() && clause.passive() && words(every.group(1)) <= 7) {
      ask(Wording.vary(clause.ask("How often", every.group(1).strip())), sentence, 1, found);
      return;
    }
    if (LIMIT.matcher(clause.rest()).matches() && FIGURE.matcher(clause.rest()).find()) {
      var question =
          Wording.pick(
              clause.subject(),
              "What is the upper limit for " + clause.subject(),
              "How high may " + clause.subject() + " get at most");
      ask(question, sentence, 1, found);
      return;
    }
    if (FLOOR.matcher(clause.rest()).matches() && FIGURE.matcher(clause.rest()).find()) {
      ask("What is the lower limit for " + clause.subject(), sentence, 1, found);
      return;
    }
    if (money(clause, sentence, found)) {
      return;
    }
    var figure = FIGURE.matcher(clause.rest());
    if (figure.find()) {
      Quantity.of(figure.group(2))
          .ifPresent(quantity ->
              value(
                  clause,
                  quantity,
                  clause.rest().substring(0, figure.start()),
                  clause.rest().substring(figure.end()).strip(),
                  sentence,
                  found));
    }
  }

  /// Amounts of money and how they changed, with the year they belong to.
  private static boolean money(Clause clause, Sentence sentence, Consumer<Draft> found) {
    var rest = clause.rest();
    var year = YEAR.matcher(rest);
    var when = year.find() ? " in " + year.group(1) : "";
    if (MONEY.matcher(rest).find() && clause.verb().matches("is|are|was|were")) {
      ask("How much " + clause.verb() + " " + clause.subject() + when, sentence, .85, found);
      return true;
    }
    var change = CHANGE.matcher(rest);
    if (change.find() && clause.auxiliary().equals("did")) {
      ask(
          "By how much did " + clause.subject() + " " + change.group(1) + when,
          sentence,
          .9,
          found);
      return true;
    }
    return false;
  }

  private static void value(
      Clause clause,
      Quantity quantity,
      String before,
      String after,
      Sentence sentence,
      Consumer<Draft> found) {
    var measured = quantity.english();
    boolean equals = before.isBlank() && clause.verb().matches("is|are|was|were");
    if (equals) {
      var adjective = after.split("[ ,.;]", -1)[0];
      if (ADJECTIVES.contains(adjective)) {
        ask(
            clause.ask("How " + (adjective.equals("away") ? "far away" : adjective), ""),
            sentence,
            .95,
            found);
      } else if (words(clause.subject()) >= 3 && !measured.equals("percentage")) {
        var subject = Wording.vary(clause.subject());
        ask("What " + clause.verb() + " " + subject, sentence, .85, found);
      }
      return;
    }
    var way = TO_VALUE.matcher(before);
    if (!way.matches()) {
      if (before.strip().matches("take|last|require") && measured.equals("time")) {
        ask(clause.ask("How long", before.strip()), sentence, .9, found);
      } else if (before.strip().matches("hold|contain") && measured.equals("amount")) {
        ask(clause.ask("How much", before.strip()), sentence, .9, found);
      } else if (before.strip().equals("weigh")) {
        ask("How heavy is " + clause.subject(), sentence, .95, found);
      } else if (FITTING.contains(measured)
          && before.strip().matches("have|need|draw|deliver|produce|withstand")) {
        ask(clause.ask("What " + measured, before.strip()), sentence, .9, found);
      }
      return;
    }
    var core = way.group(1);
    var link = way.group(2);
    if (words(core) > 8 || core.matches(".*\\b(?:that|which|will|has|have|is|are)\\b.*")) {
      return;
    }
    if (measured.equals("time")) {
      var asked =
          switch (link) {
            case "for" -> "For how long";
            case "within" -> "Within what time";
            case "after" -> "After what time";
            default -> "";
          };
      if (!asked.isEmpty() && !core.startsWith("not ")) {
        ask(Wording.vary(clause.ask(asked, core)), sentence, .95, found);
      }
    } else if (FITTING.contains(measured) && Set.of("to", "at", "with", "under").contains(link)) {
      var asked = Nouns.capital(link) + " what " + measured;
      ask(Wording.vary(clause.ask(asked, core)), sentence, 1, found);
    } else if (link.equals("by")
        && core.matches("(?:increase|decrease|rise|fall|grow|drop|decline|reduce).*")) {
      ask(clause.ask("By how much", core), sentence, .85, found);
    }
  }

  private static void ask(String question, Sentence sentence, double worth, Consumer<Draft> found) {
    found.accept(new Draft(question + "?", sentence.raw(), worth));
  }

  private static int words(String text) {
    return text.isBlank() ? 0 : text.strip().split("\\s+").length;
  }
}
