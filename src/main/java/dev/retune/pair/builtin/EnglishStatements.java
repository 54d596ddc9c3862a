package dev.retune.pair.builtin;

import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// Questions for what any English statement says, where no rule for a special kind of sentence
/// fits: asks for its object ("What does the order prohibit?"), for the way something is done, or
/// for its subject ("What is used when …?").
final class EnglishStatements {
  private static final Set<String> OBJECT_VERBS =
      WordSet.of(
          "include require provide address describe contain prohibit permit allow cover govern"
              + " affect reflect represent limit identify specify show indicate measure report"
              + " enable offer support establish define impose replace cause prevent reduce"
              + " increase improve protect involve use need produce receive propose recommend"
              + " issue develop make create restrict harm generate adopt approve comprise"
              + " introduce evaluate assess consider regulate bring discuss explain monitor list"
              + " prescribe illustrate compare demonstrate examine outline mandate");
  private static final Pattern OBJECT =
      Pattern.compile(
          "^(\\w+) (?:the|an?|that|our|all|any|certain|several|various|two|three|four|\\p{Ll}+"
              + " (?!to\\b|by\\b|on\\b|in\\b|from\\b|with\\b|for\\b|at\\b|when\\b|if\\b)\\p{L}+|\\p{Ll}{4,}s"
              + " (?:of|and|for|that))\\b.{8,}");
  private static final Pattern LEANS =
      Pattern.compile(
          "^(?:be )?(?:\\w+ly |also"
              + " )?((?:based|subject|related|limited|contingent|dependent|derived|attributable|due|exposed|sensitive|vulnerable|similar|equal|tied|linked|intended|designed|entitled|included|classified|recorded|presented|characterized|attributed|applied|assigned|charged|converted|available|eligible|known|regarded|treated|associated|accompanied|followed|caused|determined|measured|replaced|governed)"
              + " (?:to|on|upon|from|for|in|by|with|as)) (?!which|whom).{6,}");
  private static final Pattern WAY =
      Pattern.compile(
          "^((?:be )?(?:not )?(?:\\w+ly )?\\w+(?:ed|en|wn|de|ld|nt)(?: for)?) (?:using|on an? |on"
              + " the basis of|by (?=\\w+ing )|through |based on |based upon |via |in accordance"
              + " with|pursuant to|at (?:fair|the lower|cost)|over (?:the|an?) ).{4,}");
  private static final Pattern PERSON =
      Pattern.compile(
          "(?i)(?:the |an? )?(?:[\\w\\-]+ ){0,3}(?:operators?|crews?|managers?|committee|board(?:"
              + " of directors)?|officers?|directors?|staff|courts?|judges?|plaintiffs?|customers?|drivers?|riders?|agency|FAA|SEC|commission|council|department|employees?|employers?|pilots?|flightcrew|authors?|researchers?|parties|party|holders?|stockholders?|shareholders?|administrator|states|users?|executives?|consultant|participants?)");
  private static final Pattern POOR_ANSWER =
      Pattern.compile(
          "(?i)(?:the |an? )?(?:following |above |foregoing"
              + " )?(?:examples?|results?|reasons?|facts?|purposes?|goals?|questions?|issues?|numbers?|figures?|tables?|sections?|company|parties|party|employee|agreement|document|report|chapter|paragraph|study|paper|date|year|time|aggregate|failure|same|rest)");

  private EnglishStatements() {}

  static void apply(Clause clause, String when, Sentence sentence, Consumer<Draft> found) {
    boolean company = clause.subject().startsWith(Nouns.COMPANY);
    if (!when.isEmpty() && when.matches("(?:on|in) .*")) {
      EnglishTail.of(clause.rest(), 2)
          .filter(tail -> clause.auxiliary().matches("did|was|were|has|had|have"))
          .filter(tail -> !tail.matches("been .*|.*\\d.*"))
          .ifPresent(tail -> ask(clause.ask("When", tail), .9, sentence, found));
    }
    if (named(clause.subject()) && !company) {
      object(clause, when, sentence, found);
    }
    var way = WAY.matcher(clause.rest());
    if (way.matches() && clause.passive()) {
      ask(Wording.vary(clause.ask("How", way.group(1))), .9, sentence, found);
    }
    if (!clause.subject().contains(Nouns.COMPANY)
        && named(clause.subject())
        && !POOR_ANSWER.matcher(clause.subject()).matches()) {
      subject(clause, sentence, found);
    }
  }

  /// Not "the checklist", of which only the sentences before tell which one it is.
  private static boolean named(String subject) {
    return !subject.matches("(?:the|an?) \\p{Ll}+|\\p{Ll}+");
  }

  private static void object(Clause clause, String when, Sentence sentence, Consumer<Draft> found) {
    var at = when.isEmpty() ? "" : " " + when;
    var rest = clause.rest();
    var object = OBJECT.matcher(rest);
    boolean bare =
        clause.auxiliary().matches("does|do|did|must|shall|should|may|can|could|will|would|might");
    if (bare && object.matches() && OBJECT_VERBS.contains(object.group(1))) {
      ask(clause.ask("What", object.group(1) + at), .85, sentence, found);
    }
    var leans = LEANS.matcher(rest);
    if (leans.matches() && clause.verb().matches("is|are|was|were|may|can|could|will|would")) {
      var be = rest.startsWith("be ") ? "be " : "";
      boolean modal = !clause.verb().matches("is|are|was|were");
      if (modal == !be.isEmpty()) {
        ask(clause.ask("What", be + leans.group(1)), .85, sentence, found);
      }
    }
  }

  /// Leaves the statement as it stands and puts "what" or "who" in its subject's place.
  private static void subject(Clause clause, Sentence sentence, Consumer<Draft> found) {
    var words = clause.tail().split(" ", 2);
    if (words.length < 2
        || words[1].matches(
            "(?:not|also|then|so|still|only|been|for|in|of|to|on|at|by|with|from|as|between|among)"
                + " .*")) {
      return;
    }
    if (!Clause.auxiliary(words[0])
        && words[1].matches(
            "(?:(?!that|which|who|when|if|because|as\\b)\\S+ )+(?:is|are|was|were|has|have) .*")) {
      // The noun that looked like a verb was none.
      return;
    }
    if ((words[0].matches("are|were")
            && !words[1].matches(
                "(?:\\w+ly )?(?:\\w+(?:ed|en|wn|de|ld)|subject|due|available|necessary|likely) .*"))
        || clause.subject().matches("\\p{Lu}\\p{Ll}+")) {
      // "Payment providers are banks" is not said of a single thing, and a name may be a person's.
      return;
    }
    var verb = Verbs.agreed(words[0]).orElse(words[0]);
    EnglishTail.of(words[1], 5)
        .filter(tail -> !tail.contains(head(clause.subject())))
        .filter(
            tail -> !tail.matches("(?:an?|one|the) (?:\\w+ )?(?:example|reason|result|part) .*"))
        .ifPresent(tail -> {
          var who = PERSON.matcher(clause.subject()).matches() ? "Who " : "What ";
          ask(who + verb + " " + tail, .7, sentence, found);
        });
  }

  /// The last word of the subject before "of": what the answer names.
  private static String head(String subject) {
    var bare = subject.replaceFirst(" (?:of|in|for|to|with|on|from|by) .*", "");
    return bare.substring(bare.lastIndexOf(' ') + 1);
  }

  private static void ask(String question, double worth, Sentence sentence, Consumer<Draft> found) {
    found.accept(new Draft(question + "?", sentence.raw(), worth));
  }
}
