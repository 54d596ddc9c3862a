package dev.retune.pair.builtin;

import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// Questions for reasons, purposes, parts, places, times and causes.
final class EnglishFacts implements Rule {
  private static final Pattern BECAUSE =
      Pattern.compile("^(.{3,90}?),? (?:because|since it|due to|as a result of|owing to|so that|in order to|to avoid|to prevent|to ensure|to protect|to allow|to enable) .+$");
  private static final Pattern USED =
      Pattern.compile("^(?:is |are |be )?(?:also |mainly |only |primarily )?(?:used|needed|intended|designed|provided|serve|serves|meant) (?:to|for|as) .+$");
  private static final Pattern PARTS =
      Pattern.compile("^(?:be )?(?:consist of|consists of|comprise|be made up of|made up of|composed of|divided into) .+$");
  private static final Pattern PLACE =
      Pattern.compile("^((?:\\w+ )?(?:located|mounted|installed|fitted|stored|kept|found|placed|situated|housed|headquartered)) (?:in|on|at|above|below|behind|under|between|near|next to|inside|outside|beside|beneath) .+$");
  private static final Pattern DATE =
      Pattern.compile("^((?:\\w+ )?\\w+(?:ed|wn|ilt|ound|ade|egun|eld|old|un)(?: (?!in |on )\\w+){0,6}) (?:in|on|since) (?:(?:January|February|March|April|May|June|July|August|September|October|November|December)\\b.*|(?:19|20)\\d\\d\\b.*)$");
  private static final Pattern BY =
      Pattern.compile("^((?:be |been )?\\w+(?:ed|en|wn|de|ne)) by (?!\\d)(?:the |an? |our )?[\\p{L}].{2,60}$");
  private static final Set<String> INTRANSITIVE =
      WordSet.of("means includes needs comes goes remains becomes occurs appears depends relates refers results continues expires exists begins ends works stands lies falls rises consists belongs varies differs seems expects believes contains requires represents provides uses makes takes gets gives shows reflects considers included became came went began occurred consisted resulted expected continued remained increased decreased was were entered used made took had led found related represented followed set left meant");
  private static final Set<String> OBJECT_BEGINS =
      WordSet.of("the a an all both each every our two three no any");
  private static final Pattern PERSON =
      Pattern.compile("(?i).*\\b(?:operator|crew|manager|supervisor|engineer|committee|board|officer|director|technician|fitter|electrician|warden|watch|team|staff|master|foreman|keeper|court|judge|plaintiffs?|customer|driver|council|commission|authority|agency)s?");
  private static final Set<String> TELLING_VERBS =
      WordSet.of("causes prevents protects indicates drives measures controls limits regulates supplies cools lubricates seals monitors triggers connects holds enables allows lets requires governs prohibits determines replaces removes generates stops opens closes keeps carries feeds guides starts locks blocks releases records reports approves administers secures covers");
  private static final Pattern OPEN_END = Pattern.compile(".*\\b(?:it|its|they|their|them|this|these|those|such|which|that|following|above|below|respectively)\\b.*");

  @Override
  public void apply(Sentence sentence, Corpus corpus, Consumer<Draft> found) {
    if (sentence.line() && !sentence.text().endsWith(".")) {
      return;
    }
    var text = sentence.text().replaceAll("[.;]$", "");
    Clause.parse(text, corpus).ifPresent(clause -> apply(clause, sentence, found));
  }

  private static void apply(Clause clause, Sentence sentence, Consumer<Draft> found) {
    var subject = clause.subject();
    var rest = clause.rest();
    var why = BECAUSE.matcher(rest);
    if (why.matches() && !OPEN_END.matcher(why.group(1)).matches() && words(why.group(1)) <= 12) {
      ask(Wording.vary(Nouns.voice(clause.ask("Why", why.group(1)))), .9, sentence, found);
    }
    if (USED.matcher(rest).matches() && !clause.auxiliary().matches("may|can|could|will|would")) {
      boolean many = clause.auxiliary().matches("are|do|were");
      ask(
          Wording.pick(
              subject,
              "What " + (many ? "are " : "is ") + subject + " for",
              "What purpose " + (many ? "do " : "does ") + subject + " serve",
              "What " + (many ? "are " : "is ") + subject + " used for"),
          .95,
          sentence,
          found);
    }
    if (PARTS.matcher(rest).matches()) {
      ask(
          Wording.pick(subject, "Which parts make up " + subject, "What does " + subject + " consist of", "What is " + subject + " made up of"),
          .9,
          sentence,
          found);
    }
    var place = PLACE.matcher(rest);
    if (place.matches() && clause.verb().matches("is|are|must|should|shall|was|were")) {
      ask(Wording.vary(clause.ask("Where", place.group(1))), .95, sentence, found);
    }
    var date = DATE.matcher(rest);
    if (date.matches() && clause.verb().matches("was|were|is|are") && !OPEN_END.matcher(date.group(1)).matches()) {
      ask(Wording.vary(clause.ask("When", date.group(1))), .9, sentence, found);
    }
    var by = BY.matcher(rest);
    if (by.matches() && clause.verb().matches("is|are|was|were|must|shall|should")) {
      ask(Wording.vary(clause.ask("What", by.group(1) + " by")), .75, sentence, found);
    }
    if (clause.verb().matches("is|are") && rest.startsWith("responsible for ") && words(rest) <= 14 && !OPEN_END.matcher(rest).matches()) {
      ask("Who is in charge of" + Nouns.voice(rest.substring("responsible for".length())), .9, sentence, found);
    }
    if (transitive(clause) && words(clause.tail()) >= 4) {
      object(clause, sentence, found);
    }
  }

  private static boolean transitive(Clause clause) {
    if (clause.subject().startsWith(Nouns.COMPANY) || !clause.auxiliary().matches("does|did")) {
      return false;
    }
    var next = clause.tail().split(" ");
    return TELLING_VERBS.contains(clause.verb())
        || (!INTRANSITIVE.contains(clause.verb())
            && next.length > 1
            && OBJECT_BEGINS.contains(next[1]));
  }

  /// Asks for the subject: "What protects the seal faces from dirt?".
  private static void object(Clause clause, Sentence sentence, Consumer<Draft> found) {
    var tail = clause.tail().split("[,;(]")[0].strip();
    if (words(tail) < 4 || words(tail) > 13 || OPEN_END.matcher(tail).matches()) {
      return;
    }
    var who = PERSON.matcher(clause.subject()).matches() ? "Who " : "What ";
    ask(who + Wording.vary(Nouns.voice(tail)), .75, sentence, found);
  }

  private static void ask(String question, double worth, Sentence sentence, Consumer<Draft> found) {
    found.accept(new Draft(question + "?", sentence.raw(), worth));
  }

  private static int words(String text) {
    return text.strip().split("\\s+").length;
  }
}
