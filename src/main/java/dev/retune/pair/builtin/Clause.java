package dev.retune.pair.builtin;

import dev.retune.pair.builtin.Verbs.Form;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// An English main clause: subject, what is bent to ask, and the rest.
///
/// @param subject as a question may name it
/// @param auxiliary "is", "must", "has" … , or "does", "do", "did" where there is none
/// @param rest what follows; begins with the verb's base where the auxiliary is a form of "do"
/// @param verb the main verb as it stood if it has no auxiliary, else the auxiliary
/// @param tail the clause from the verb on, as it stood
record Clause(String subject, String auxiliary, String rest, String verb, String tail) {
  private static final Set<String> AUXILIARIES =
      WordSet.of(
          "is are was were must shall should may can could will would might has have had cannot");
  private static final Set<String> NO_VERB_AFTER =
      WordSet.of(
          "the a an of to in on at by for with from our their its this these any no and or each"
              + " every such");
  private static final Set<String> RELATIVE =
      WordSet.of("that which who whose where when if while because as than");
  private static final Set<String> PREPOSITIONS =
      WordSet.of("in of for to from with on by at as and or due related");
  private static final Set<String> OBJECT = WordSet.of("the a an its our their all any each");
  private static final Set<String> DETERMINERS = WordSet.of("the a an our we each every both all");
  private static final Set<String> IRREGULAR =
      WordSet.of(
          "put set cut held kept built made done bent sent spent left lost bought brought found"
              + " wound fed led met read shut split hung run laid paid sold told won understood fit"
              + " reset");
  private static final Set<String> ADVERBS = WordSet.of("also then still often always never now");
  private static final int LONGEST_SUBJECT = 9;

  /// Reads a clause that begins with its subject.
  static Optional<Clause> parse(String text, Corpus corpus) {
    if (EnglishConditions.imperative(text)) {
      return Optional.empty();
    }
    var words = List.of(text.split(" "));
    for (int i = 1; i < words.size() && i <= LONGEST_SUBJECT; i++) {
      var word = words.get(i);
      if (RELATIVE.contains(word) || word.endsWith(",") || word.endsWith(";")) {
        return Optional.empty();
      }
      var verb = AUXILIARIES.contains(word) ? word : null;
      var plain = verb == null ? mainVerb(words, i) : Optional.<Verbs.Found>empty();
      if (verb == null && plain.isEmpty()) {
        if (unknownVerb(words, i)) {
          return Optional.empty();
        }
        continue;
      }
      boolean adverb =
          i > 1 && (ADVERBS.contains(words.get(i - 1)) || words.get(i - 1).matches("[a-z]{3,}ly"));
      int end = adverb ? i - 1 : i;
      var subject = Nouns.subject(String.join(" ", words.subList(0, end)), corpus);
      if (subject.isEmpty()) {
        return Optional.empty();
      }
      var after = String.join(" ", words.subList(i + 1, words.size()));
      var tail = word + " " + after;
      if (verb != null) {
        return Optional.of(of(subject.get(), verb, after, tail));
      }
      var found = plain.orElseThrow();
      var help =
          switch (found.form()) {
            case THIRD -> "does";
            case BASE -> subject.get().equals(Nouns.COMPANY) ? "does" : "do";
            case PAST -> "did";
          };
      return Optional.of(
          new Clause(subject.get(), help, (found.base() + " " + after).strip(), word, tail));
    }
    return Optional.empty();
  }

  /// A form in -ed that is not known has no known base to ask with.
  private static boolean unknownVerb(List<String> words, int at) {
    return words.get(at).endsWith("ed")
        && at + 1 < words.size()
        && Verbs.find(words.get(at)).isEmpty()
        && OBJECT.contains(words.get(at + 1));
  }

  private static Clause of(String subject, String verb, String after, String tail) {
    var agreed = subject.equals(Nouns.COMPANY) ? Nouns.singular(verb) : verb;
    if (verb.equals("cannot")) {
      return new Clause(subject, "can", "not " + after, verb, tail);
    }
    // "has a limit" and "have seats" are asked with "do".
    if ((verb.equals("has") || verb.equals("have") || verb.equals("had")) && !participle(after)) {
      var help = verb.equals("had") ? "did" : agreed.equals("has") ? "does" : "do";
      return new Clause(subject, help, "have " + after, verb, tail);
    }
    return new Clause(subject, agreed, after, verb, tail);
  }

  private static boolean participle(String after) {
    var first = after.split(" ")[0].toLowerCase(Locale.ROOT);
    if (first.equals("not") || first.equals("been") || first.equals("also")) {
      return true;
    }
    return first.endsWith("ed") || Verbs.find(first).filter(v -> v.form() == Form.PAST).isPresent();
  }

  static boolean auxiliary(String word) {
    return AUXILIARIES.contains(word);
  }

  private static Optional<Verbs.Found> mainVerb(List<String> words, int at) {
    var word = words.get(at);
    var before = words.get(at - 1).toLowerCase(Locale.ROOT);
    if (NO_VERB_AFTER.contains(before) || at + 1 >= words.size()) {
      return Optional.empty();
    }
    var next = words.get(at + 1).toLowerCase(Locale.ROOT);
    var first = words.getFirst().toLowerCase(Locale.ROOT);
    // "Sustained declines in …" and "Higher costs of …" are no clauses.
    if (PREPOSITIONS.contains(next) && !DETERMINERS.contains(first) && at > 1) {
      return Optional.empty();
    }
    return Verbs.find(word)
        .filter(found ->
            switch (found.form()) {
              case BASE -> Nouns.plural(words.subList(0, at)) && !AUXILIARIES.contains(next);
              case THIRD -> !Nouns.plural(words.subList(0, at)) && !verbLike(next);
              case PAST ->
                  OBJECT.contains(next)
                      || (PREPOSITIONS.contains(next) && !next.equals("by"))
                      || next.matches("that|approximately|about|[$€£]?\\d.*");
            });
  }

  private static boolean verbLike(String word) {
    return AUXILIARIES.contains(word)
        || word.equals("of")
        || Verbs.find(word).filter(found -> found.form() == Form.THIRD).isPresent();
  }

  /// The question that asks for what `asked` stands for, with the rest of the clause replaced.
  String ask(String asked, String newRest) {
    return (asked + " " + auxiliary + " " + subject + " " + newRest).strip();
  }

  boolean passive() {
    var words =
        rest.replaceAll("^(?:not |be |been |only |always |never |also |\\w+ly )+", "").split(" ");
    return words[0].matches("\\w+(?:ed|en|wn)") || IRREGULAR.contains(words[0]);
  }
}
