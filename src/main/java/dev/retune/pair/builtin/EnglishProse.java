package dev.retune.pair.builtin;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Questions about English prose that none of the rules for manuals and reports fits.
final class EnglishProse {
  /// No subject, but a clause turned round or a verb that was not known: "included in cash", "the
  /// council voted to approve various".
  private static final Pattern UNREAD =
      Pattern.compile(
          "\\p{Ll}+(?:ed|ing) in .*|.*\\b\\w+ed to .*|.*"
              + " (?:various|certain|any|to|the|more|and|or)");

  private EnglishProse() {}

  /// Questions for what the sentences state.
  static List<Draft> statements(List<Section> sections, Corpus corpus) {
    var drafts = new ArrayList<Draft>();
    for (var section : sections) {
      for (var sentence : section.sentences()) {
        if (!EnglishTopics.prose(sentence) || corpus.repeated(sentence.text())) {
          continue;
        }
        var opening = EnglishOpening.of(sentence.text());
        Clause.parse(opening.main(), corpus)
            .filter(clause -> !UNREAD.matcher(clause.subject()).matches())
            .ifPresent(clause -> {
              EnglishAmounts.apply(clause, opening.when(), sentence, drafts::add);
              EnglishReports.apply(clause, sentence, corpus, drafts::add);
              EnglishStatements.apply(clause, opening.when(), sentence, drafts::add);
            });
      }
    }
    return drafts;
  }

  /// Questions for what the passage is about.
  static List<Draft> topics(List<Section> sections, Corpus corpus) {
    var drafts = new ArrayList<Draft>();
    for (var section : sections) {
      EnglishTopics.apply(section.sentences(), section.heading(), corpus, drafts::add);
    }
    return drafts;
  }
}
