package dev.retune.pair.builtin;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// Questions for conditions, warnings and instructions: "What must be done if …", "How do you …".
final class EnglishConditions implements Rule {
  private static final Pattern LEADING =
      Pattern.compile(
          "^(If|When|Whenever|Once|As soon as|Before|After|While|Until|Unless|In case of|In the"
              + " event of) ([^,:]{6,110}), (?:then |please |you )?(.+)$");
  private static final Pattern PURPOSE =
      Pattern.compile("^(?:In order to|To) ([^,:]{6,90}), (?:please |you )?(.+)$");
  private static final Pattern TRAILING =
      Pattern.compile(
          "^([^,:]{6,100}?),? (?<!one )(if|when|before|after|while|unless|as soon as|in case of)"
              + " ([^,;:]{6,100})$");
  private static final Pattern OFTEN =
      Pattern.compile(
          "^([^,:]{6,80}?) (?:every (?:\\w+"
              + " ){0,3}(?:hours?|days?|weeks?|months?|years?|shifts?|starts?|spring|autumn|winter|summer|time)|once"
              + " (?:a|per|every) \\w+|twice (?:a|per)"
              + " \\w+|daily|weekly|monthly|quarterly|yearly|annually)\\b.*$");
  private static final Pattern TO_VALUE =
      Pattern.compile(
          "^([^,:]{6,70}?) (to|at|with|under) (?:about |at least |a torque of )?\\d[\\d,.]*\\s?("
              + Quantity.anyUnit()
              + ")(?![\\p{L}\\d/])");
  private static final Set<String> VALUES =
      Set.of("torque", "temperature", "pressure", "speed", "voltage");

  /// A list of verbs after "we" looks like orders: "If we fail …, lose …, we may …".
  private static final Pattern ORDERED_BY_AUTHOR =
      Pattern.compile(
          "(?:.*\\bwe\\b.*)|.*, (?:we|our|the|these|it|they) .*\\b(?:may|will|could|would)\\b.*");

  private static final Pattern FORBIDDEN =
      Pattern.compile("^(?:Never|Do not|Don't|Under no circumstances) .+");
  private static final Pattern DUTY =
      Pattern.compile(
          ".*\\b(?:must|shall|should|has to|have to|is to be|are to be|need to|needs to)\\b.*");
  private static final Pattern DANGLING =
      Pattern.compile(
          "(?i).*\\b(?:it|they|them|this|these|those|such|he|she|one|so|then|again|still|not|do|does|done|either|both|its|their|there|that)\\b.*");
  private static final Set<String> ALSO_IMPERATIVE =
      WordSet.of(
          "never do always wait wipe brush rinse bleed prime flush retighten unscrew unbolt"
              + " dismantle reassemble soak knock slacken");

  private static final Set<String> AFTER_ORDER =
      WordSet.of(
          "the a an all both any each no not off out up on down in with for to and that at by only"
              + " until whether");

  @Override
  public void apply(Sentence sentence, Corpus corpus, Consumer<Draft> found) {
    var text = sentence.text().replaceAll("[.!;]$", "");
    if (text.endsWith(":") || text.endsWith("?")) {
      return;
    }
    if (time(text, sentence, found)) {
      return;
    }
    var purpose = PURPOSE.matcher(text);
    if (purpose.matches() && imperativeOrDuty(purpose.group(2))) {
      purpose(purpose.group(1), purpose.group(2), sentence, found);
      return;
    }
    var leading = LEADING.matcher(text);
    if (leading.matches()) {
      var link = leading.group(1).toLowerCase(Locale.ROOT);
      condition(link, leading.group(2), leading.group(3), corpus)
          .ifPresent(question -> found.accept(new Draft(question, sentence.raw(), .95)));
      return;
    }
    var trailing = TRAILING.matcher(text);
    if (trailing.matches()
        && (imperative(trailing.group(1)) || FORBIDDEN.matcher(text).matches())) {
      var link = trailing.group(2);
      condition(link, trailing.group(3), trailing.group(1), corpus)
          .ifPresent(question -> found.accept(new Draft(question, sentence.raw(), .95)));
    }
  }

  private static void purpose(String aim, String main, Sentence sentence, Consumer<Draft> found) {
    var first = aim.split(" ")[0].toLowerCase(Locale.ROOT);
    if ((Verbs.isBase(first) || ALSO_IMPERATIVE.contains(first)) && !dangling(aim)) {
      var question =
          !imperative(main)
              ? "What has to be done to %s?"
              : Wording.pick(
                  aim, "How do you %s?", "How is it possible to %s?", "What has to be done to %s?");
      found.accept(
          new Draft(question.formatted(Nouns.voice(Wording.vary(aim))), sentence.raw(), 1));
    }
  }

  /// "Change the oil every 500 hours", "Grease the hinge after a flood": asks when and how often.
  private static boolean time(String text, Sentence sentence, Consumer<Draft> found) {
    var often = OFTEN.matcher(text);
    if (often.matches() && imperative(text) && !dangling(often.group(1))) {
      add(
          Wording.pick(text, "How often do you have to %s?", "How often must you %s?"),
          often.group(1),
          sentence,
          found);
      return true;
    }
    var torque = TO_VALUE.matcher(text);
    if (torque.find() && imperative(text) && !dangling(torque.group(1))) {
      var quantity = Quantity.of(torque.group(3));
      if (quantity.isPresent() && VALUES.contains(quantity.get().english())) {
        var asked =
            Nouns.capital(torque.group(2)) + " what " + quantity.get().english() + " do you %s?";
        add(asked, torque.group(1), sentence, found);
        return true;
      }
    }
    var trailing = TRAILING.matcher(text);
    if (trailing.matches()
        && trailing.group(2).matches("if|when|after|before|as soon as")
        && trailing.group(3).split(" ").length <= 4
        && imperative(text)
        && !dangling(trailing.group(1))) {
      add(
          Wording.pick(text, "When do you have to %s?", "When should you %s?"),
          trailing.group(1),
          sentence,
          found);
      return true;
    }
    return false;
  }

  private static void add(String template, String order, Sentence sentence, Consumer<Draft> found) {
    var told =
        Nouns.voice(
            Wording.vary(order.substring(0, 1).toLowerCase(Locale.ROOT) + order.substring(1)));
    if (order.split(" ").length >= 3
        && order.split(" ").length <= 12
        && !order.startsWith("Never")
        && !order.startsWith("Do not")) {
      found.accept(new Draft(template.formatted(told), sentence.raw(), .95));
    }
  }

  private static Optional<String> condition(
      String link, String condition, String main, Corpus corpus) {
    var told = Nouns.voice(Wording.vary(Nouns.lower(condition, corpus)));
    if (dangling(condition) || condition.split(" ").length > 15 || main.split(" ").length < 3) {
      return Optional.empty();
    }
    if (Set.of("if", "when", "once", "unless", "whenever").contains(link) && !hasVerb(condition)) {
      return Optional.empty();
    }
    var place = " " + link + " " + told + "?";
    if (FORBIDDEN.matcher(Nouns.capital(main)).matches()) {
      return Optional.of(
          Wording.pick(
                  condition, "What must not be done", "What is forbidden", "What has to be avoided")
              + place);
    }
    if (imperative(main) && !ORDERED_BY_AUTHOR.matcher(condition + ", " + main).matches()) {
      return Optional.of(
          Wording.pick(
                  condition,
                  "What must be done",
                  "What should you do",
                  "What is the right thing to do")
              + place);
    }
    boolean event = Set.of("if", "when", "whenever", "once", "as soon as", "after").contains(link);
    if (DUTY.matcher(main).matches() && Clause.parse(Nouns.capital(main), corpus).isPresent()) {
      return Optional.of(
          Wording.pick(condition, "What is required", "What needs to happen", "What has to be done")
              + place);
    }
    if (event && Clause.parse(Nouns.capital(main), corpus).isPresent()) {
      if (condition.matches("\\w+ing .*")) {
        return Optional.of("What is done" + place);
      }
      boolean diagnosis =
          link.equals("if") && main.matches("(?:\\S+ ){1,6}(?:is|are|has|have|was|were) .*");
      return Optional.of(
          (diagnosis
                  ? "What is the matter"
                  : Wording.pick(condition, "What happens", "What is the consequence"))
              + place);
    }
    return Optional.empty();
  }

  /// Whether a condition says something, and is not a bare noun ("If an emerging growth company").
  private static boolean hasVerb(String condition) {
    var words = condition.split(" ");
    for (int i = 0; i < words.length; i++) {
      boolean verb =
          Clause.auxiliary(words[i])
              || (i > 0 && Verbs.find(words[i]).isPresent())
              || (i == 0 && words[i].endsWith("ing"));
      if (verb) {
        return true;
      }
    }
    return false;
  }

  private static boolean dangling(String text) {
    return DANGLING.matcher(text).matches();
  }

  private static boolean imperativeOrDuty(String text) {
    return imperative(text) || DUTY.matcher(text).matches();
  }

  static boolean imperative(String text) {
    var words = text.split(" ");
    var first = words[0].toLowerCase(Locale.ROOT);
    boolean verb = Verbs.isBase(first) || ALSO_IMPERATIVE.contains(first);
    if (!verb || words.length < 2) {
      return false;
    }
    var second = words[1].toLowerCase(Locale.ROOT);
    if (Verbs.find(second).filter(found -> found.form() == Verbs.Form.THIRD).isPresent()
        && !Verbs.isBase(second)) {
      // "Oil leaks back" is no order to oil something.
      return false;
    }
    // "Seal replacement is …" and "Test results are …" begin with nouns.
    return AFTER_ORDER.contains(second)
        || ALSO_IMPERATIVE.contains(first)
        || (words.length < 12
            && !text.matches(
                ".*\\b(?:is|are|was|were|must|shall|should|may|can|will|has|have)\\b.*"));
  }
}
