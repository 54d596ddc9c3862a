package dev.retune.pair.builtin;

import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// Questions for what a word means: "What is meant by …", "What does … stand for".
final class EnglishDefinitions implements Rule {
  private static final Pattern MEANS =
      Pattern.compile(
          "^(?:The term )?(.{2,60}?) (?:means(?! that| the )|refers to|denotes|is defined as|are"
              + " defined as|is the term for|stands for|is short for|is the name (?:for|of)|is"
              + " understood (?:as|to mean)) .+");
  private static final Pattern CALLED =
      Pattern.compile(
          "(?:\\bcall(?:s|ed)? (?:it |them |this |(?:the |every |each )?[\\w\\-]+ )?(?:the |an?"
              + " )?|\\bknown as (?:the |an? )?|\\breferred to as (?:the |an?"
              + " )?)[\"“]([^\"”]{2,40})[\"”]");
  private static final Pattern SIGN =
      Pattern.compile(
          "^(.{4,60}?) (?:means? that|shows (?:that|water|a|an|the)|is a sign of|indicates|points"
              + " to|signals|is a symptom of) .{5,}$");
  private static final Pattern IS_A =
      Pattern.compile(
          "^(.{2,60}?) (?:is|are) (?:an? |the (?!same|case|result|only |most |responsib)|one of"
              + " )\\w.{12,}");
  private static final Pattern SHORT =
      Pattern.compile(
          "\\b((?:\\p{L}[\\p{L}\\-]+ (?:of |and |for |the )?){1,6}\\p{L}[\\p{L}\\-]+)"
              + " \\([\"“]?(?:the [\"“])?(\\p{Lu}[\\p{Lu}\\d]{1,6})[\"”]?\\)");

  @Override
  public void apply(Sentence sentence, Corpus corpus, Consumer<Draft> found) {
    var text = sentence.text();
    var means = MEANS.matcher(text);
    if (means.matches()) {
      term(means.group(1), corpus, sentence, 1, found);
    }
    var sign = SIGN.matcher(text);
    if (sign.matches()) {
      Nouns.subject(sign.group(1), corpus)
          .filter(subject -> !subject.startsWith(Nouns.COMPANY))
          .ifPresent(subject -> {
            var question = Wording.pick(subject, "What does %s mean?", "What does %s point to?");
            found.accept(new Draft(question.formatted(subject), sentence.raw(), .95));
          });
    }
    var called = CALLED.matcher(text);
    if (called.find()) {
      var name = called.group(1).replaceAll("[,.;]$", "");
      var question =
          Wording.pick(
              name,
              "What is meant by \"%s\"?",
              "What do people call \"%s\"?",
              "What is known as \"%s\"?");
      found.accept(new Draft(question.formatted(name), sentence.raw(), 1));
    }
    var isA = IS_A.matcher(text);
    if (isA.matches() && !sentence.line()) {
      term(isA.group(1), corpus, sentence, .75, found);
    }
    var abbreviation = SHORT.matcher(text);
    if (abbreviation.find() && initials(abbreviation.group(1), abbreviation.group(2))) {
      var question =
          Wording.pick(text, "What does %s stand for?", "What does the abbreviation %s mean?");
      found.accept(new Draft(question.formatted(abbreviation.group(2)), sentence.raw(), .75));
    }
  }

  private static void term(
      String phrase, Corpus corpus, Sentence sentence, double worth, Consumer<Draft> found) {
    var bare = phrase.replaceAll("[\"“”]", "");
    if (bare.split(" ").length > 5) {
      return;
    }
    Nouns.subject(bare, corpus)
        .filter(subject -> !subject.toLowerCase(Locale.ROOT).startsWith(Nouns.COMPANY))
        .ifPresent(subject -> {
          boolean many = Nouns.plural(java.util.List.of(subject.split(" ")));
          var question =
              Wording.pick(
                  subject,
                  many ? "What are %s?" : "What is %s?",
                  "What is meant by %s?",
                  many ? "What exactly are %s?" : "What exactly is %s?");
          found.accept(new Draft(question.formatted(subject), sentence.raw(), worth));
        });
  }

  /// Whether the letters of the short form begin words of the long one, in order.
  private static boolean initials(String full, String abbreviation) {
    var words = full.split("[ \\-]");
    int letter = abbreviation.length() - 1;
    for (int i = words.length - 1; i >= 0 && letter >= 0; i--) {
      if (words[i].isEmpty()) {
        continue;
      }
      if (Character.toUpperCase(words[i].charAt(0)) == abbreviation.charAt(letter)) {
        letter--;
      }
    }
    return letter < 0 && abbreviation.chars().allMatch(Character::isLetter);
  }
}
