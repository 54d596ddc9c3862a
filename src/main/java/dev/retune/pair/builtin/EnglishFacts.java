package dev.retune.pair.builtin;

import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// Questions for reasons, purposes, parts, places, times and causes.
final class EnglishFacts implements Rule {
  private static final Pattern BECAUSE =
      Pattern.compile(
          "^(.{3,90}?),?(?: primarily| mainly| largely| partially| in part| principally| partly|"
              + " solely)? (?:because|due to|as a result of|attributable to|driven by|owing to|so"
              + " that|in order to|to avoid|to prevent|to ensure|to protect|to allow|to enable)"
              + " .+$");
  private static final Pattern OR_ELSE =
      Pattern.compile(
          "^(.{6,80}), (?:as|since|or|for) (?:the|it|they|a|an|there|otherwise) .{6,}$");
  private static final Pattern USED =
      Pattern.compile(
          "^(?:is |are |be )?(?:also |mainly |only |primarily"
              + " )?(?:used|needed|intended|designed|provided|serve|serves|meant) (?:to|for|as)"
              + " .+$");
  private static final Pattern PARTS =
      Pattern.compile(
          "^(?:be )?(?:consist of|consists of|comprise|be made up of|made up of|composed of|divided"
              + " into) .+$");
  private static final Pattern PLACE =
      Pattern.compile(
          "^((?:\\w+"
              + " )?(?:located|mounted|installed|fitted|stored|kept|found|placed|situated|housed|headquartered))"
              + " (?:in|on|at|above|below|behind|under|between|near|next"
              + " to|inside|outside|beside|beneath) .+$");
  private static final Pattern DATE =
      Pattern.compile(
          "^((?:\\w+ )?\\w+(?:ed|wn|ilt|ound|ade|egun|eld|old|un)(?: (?!in |on )\\w+){0,6})"
              + " (?:in|on|since)"
              + " (?:(?:January|February|March|April|May|June|July|August|September|October|November|December)\\b.*|(?:19|20)\\d\\d\\b.*)$");
  private static final Pattern BY =
      Pattern.compile(
          "^((?:be |been )?\\w+(?:ed|en|wn|de|ne)) by (?!\\d)(?:the |an? |our )?[\\p{L}].{2,60}$");
  private static final Set<String> INTRANSITIVE =
      WordSet.of(
          "means has have had includes needs comes goes remains becomes occurs appears depends"
              + " relates refers results continues expires exists begins ends works stands lies"
              + " falls rises consists belongs varies differs seems expects believes contains"
              + " requires represents provides uses makes takes gets gives shows reflects considers"
              + " included became came went began occurred consisted resulted expected continued"
              + " remained increased decreased was were entered used made took had led found"
              + " related represented followed set left meant");
  private static final Set<String> OBJECT_BEGINS =
      WordSet.of("the a an all both each every our two three no any");
  private static final Pattern PERSON =
      Pattern.compile(
          "(?i).*\\b(?:operator|crew|manager|supervisor|engineer|committee|board|officer|director|technician|fitter|electrician|warden|watch|team|staff|master|foreman|keeper|court|judge|plaintiffs?|customer|driver|council|commission|authority|agency|city|state|county|company|department|office)s?\\b.*");
  private static final Pattern WAY =
      Pattern.compile("^(.{6,80}?),? (?:mainly |primarily |only )?by (?!being)\\w{3,}ing .{6,}$");
  private static final Pattern MOMENT =
      Pattern.compile(
          "^(.{4,70}?),? (?:only )?(?<!at )(when|once|if|as soon as|until)"
              + " (?!appropriate|applicable|necessary|required|possible|and|any|needed|issued|made|due|incurred|earned)\\w+"
              + " .{6,}$");
  private static final Pattern COUNT =
      Pattern.compile(
          "^have (?:two|three|four|five|six|seven|eight|nine|ten|twelve|\\d{1,3}) ((?:[\\p{L}\\-]+"
              + " ){0,2}[\\p{L}\\-]+s)(?:[ ,;].*)?$");
  private static final Pattern MEANS =
      Pattern.compile(
          "^((?:be )?(?:only )?\\w+(?:ed|en|wn|t)) with (?!respect|the exception|each|one"
              + " another|an? (?:total|minimum|maximum)|no\\b|\\d).{4,}$");
  private static final Set<String> TELLING_VERBS =
      WordSet.of(
          "causes prevents protects indicates drives measures controls limits regulates supplies"
              + " cools lubricates seals monitors triggers connects holds enables allows lets"
              + " requires governs prohibits determines replaces removes generates stops opens"
              + " closes keeps carries feeds guides starts locks blocks releases records reports"
              + " approves administers secures covers");
  private static final Pattern OPEN_END =
      Pattern.compile(
          ".*\\b(?:it|its|they|their|them|this|these|those|such|which|that|following|above|below|respectively)\\b.*");

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
    if (why.matches()
        && words(why.group(1)) >= 2
        && !why.group(1).startsWith("due ")
        && !OPEN_END.matcher(why.group(1)).matches()
        && words(why.group(1)) <= 12) {
      var asked = Wording.vary(Nouns.voice(clause.ask("Why", why.group(1))));
      ask(asked.replaceFirst("^Why may ", "Why might "), .9, sentence, found);
    }
    var orElse = OR_ELSE.matcher(rest);
    if (orElse.matches() && closed(orElse.group(1), 12) && words(orElse.group(1)) >= 2) {
      ask(Wording.vary(Nouns.voice(clause.ask("Why", orElse.group(1)))), .9, sentence, found);
    }
    if (USED.matcher(rest).matches()
        && !clause.auxiliary().matches("may|can|could|will|would|was|were|did")) {
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
          Wording.pick(
              subject,
              "Which parts make up " + subject,
              "What does " + subject + " consist of",
              "What is " + subject + " made up of"),
          .9,
          sentence,
          found);
    }
    var place = PLACE.matcher(rest);
    if (place.matches() && clause.verb().matches("is|are|must|should|shall|was|were")) {
      ask(Wording.vary(clause.ask("Where", place.group(1))), .95, sentence, found);
    }
    var date = DATE.matcher(rest);
    if (date.matches()
        && clause.verb().matches("was|were|is|are")
        && !OPEN_END.matcher(date.group(1)).matches()) {
      ask(Wording.vary(clause.ask("When", date.group(1))), .9, sentence, found);
    }
    var by = BY.matcher(rest);
    if (by.matches() && clause.verb().matches("is|are|was|were|must|shall|should")) {
      ask(Wording.vary(clause.ask("What", by.group(1) + " by")), .75, sentence, found);
    }
    if (clause.verb().matches("is|are")
        && rest.startsWith("responsible for ")
        && words(rest) <= 14
        && !OPEN_END.matcher(rest).matches()) {
      ask(
          "Who is in charge of" + Nouns.voice(rest.substring("responsible for".length())),
          .9,
          sentence,
          found);
    }
    more(clause, sentence, found);
    if (transitive(clause) && words(clause.tail()) >= 4) {
      object(clause, sentence, found);
    }
  }

  /// Ways, moments, numbers of things, means and what something hangs on.
  private static void more(Clause clause, Sentence sentence, Consumer<Draft> found) {
    var rest = clause.rest();
    var way = WAY.matcher(rest);
    if (way.matches()
        && closed(way.group(1), 9)
        && !way.group(1).matches(".*\\d.*")
        && (clause.passive() || clause.auxiliary().matches("do|does|did|can|may"))) {
      ask(Nouns.voice(clause.ask("How", way.group(1))), .9, sentence, found);
    }
    var moment = MOMENT.matcher(rest);
    if (moment.matches()
        && closed(moment.group(1), 9)
        && !clause.auxiliary().matches("may|could|would|might")) {
      var asked =
          moment.group(2).equals("until")
              ? "Until when"
              : Wording.pick(rest, "When", "Under what condition", "In which case");
      ask(Wording.vary(Nouns.voice(clause.ask(asked, moment.group(1)))), .9, sentence, found);
    }
    var count = COUNT.matcher(rest);
    if (count.matches()) {
      ask(
          "How many "
              + count.group(1)
              + " "
              + clause.auxiliary()
              + " "
              + clause.subject()
              + " have",
          .9,
          sentence,
          found);
    }
    var means = MEANS.matcher(rest);
    if (means.matches() && clause.verb().matches("is|are|must|should|shall")) {
      ask(Wording.vary(clause.ask("What", means.group(1) + " with")), .85, sentence, found);
    }
    if (rest.matches("depend (?:mainly |largely |primarily |in part )?(?:up)?on .+")) {
      ask(clause.ask("What", "depend on"), .85, sentence, found);
    }
  }

  private static boolean closed(String text, int longest) {
    return words(text) <= longest && !text.contains(",") && !OPEN_END.matcher(text).matches();
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
    var whole = clause.tail();
    // A comma in the middle of a list cannot be cut at.
    if (whole.matches(
        "[^,]*, (?!which|who|where|so |and so|because|as |since|but |while|with |to |that ).*")) {
      return;
    }
    var tail = whole.split("[,;(]")[0].strip();
    boolean name = clause.subject().matches("\\p{Lu}\\p{Ll}+");
    boolean cutDate = clause.tail().matches(".*?\\d, \\d{4}.*");
    if (name
        || cutDate
        || words(tail) < 4
        || words(tail) > 13
        || OPEN_END.matcher(tail).matches()) {
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
