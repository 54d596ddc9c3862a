package dev.retune.pair.builtin;

import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// Questions for what someone believes, finds or expects: "What did the agency determine about …?".
final class EnglishReports {
  private static final Pattern REPORT =
      Pattern.compile("^(?:\\w+ly |also )?(\\w+)(?: to \\w+)? that (.{10,})$");
  private static final Map<String, String> ASKED =
      Map.ofEntries(
          Map.entry("believe", "believe about"),
          Map.entry("think", "think about"),
          Map.entry("expect", "expect of"),
          Map.entry("anticipate", "expect of"),
          Map.entry("determine", "determine about"),
          Map.entry("determined", "determined about"),
          Map.entry("conclude", "conclude about"),
          Map.entry("concluded", "concluded about"),
          Map.entry("find", "find out about"),
          Map.entry("found", "found out about"),
          Map.entry("estimate", "estimate about"),
          Map.entry("estimated", "estimated about"),
          Map.entry("state", "say about"),
          Map.entry("indicate", "say about"),
          Map.entry("show", "show about"),
          Map.entry("suggest", "suggest about"),
          Map.entry("provide", "say about"),
          Map.entry("note", "note about"),
          Map.entry("acknowledge", "acknowledge about"),
          Map.entry("report", "report about"),
          Map.entry("recognize", "recognize about"),
          Map.entry("assume", "assume about"),
          Map.entry("require", "require of"),
          Map.entry("propose", "propose about"));

  private EnglishReports() {}

  static void apply(Clause clause, Sentence sentence, Corpus corpus, Consumer<Draft> found) {
    var report = REPORT.matcher(clause.rest());
    var asked = report.matches() ? ASKED.get(report.group(1)) : null;
    if (asked == null) {
      return;
    }
    Clause.parse(Nouns.capital(report.group(2)), corpus)
        .map(Clause::subject)
        .filter(subject -> !subject.equals(Nouns.COMPANY) && subject.contains(" "))
        .ifPresent(subject ->
            found.accept(
                new Draft(
                    clause.ask("What", asked + " " + own(clause, subject)) + "?",
                    sentence.raw(),
                    .9)));
  }

  private static String own(Clause clause, String subject) {
    return clause.subject().equals(Nouns.COMPANY)
        ? subject.replace(Nouns.COMPANY + "'s", "its")
        : subject;
  }
}
