package dev.retune.pair.builtin;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Noun phrases of English sentences, made fit to stand in a question.
final class Nouns {
  static final String COMPANY = "the company";

  private static final Set<String> NEVER_FIRST =
      WordSet.of(
          "it this that these those they he she there which who what such its their his her you i"
              + " another other others some many most few several both either neither none one and"
              + " or but if when while as in on at by for with from to of after before during under"
              + " over although though because since however therefore also then thus accordingly"
              + " moreover furthermore additionally consequently further finally no not nothing"
              + " only even any all each including given based see note please table figure item"
              + " page section here how where why whether unless until upon within without through"
              + " certain various much every more less examples below above between among behind"
              + " beside near against per like unlike despite along across around inside outside"
              + " off out up down about beyond regardless once whenever instead yet so today total"
              + " former latter same way following your my");
  private static final Set<String> NEVER_INSIDE =
      WordSet.of(
          "it they them this these whether those which who that above below following respectively"
              + " herein thereof foregoing such you your however also therefore is are was were if"
              + " when");
  private static final Set<String> AFTER_HEAD = WordSet.of("of in for to with on from at");
  private static final Set<String> GENERIC =
      Set.of(
          "the increase",
          "the decrease",
          "the change",
          "the changes",
          "the result",
          "the results",
          "the table",
          "the amount",
          "the amounts",
          "the difference",
          "the reason",
          "the case",
          "the example",
          "the document");
  private static final Pattern PARENTHESES = Pattern.compile("\\s*[(\\[][^()\\[\\]]*[)\\]]");
  private static final Pattern WE =
      Pattern.compile("\\b[Ww]e\\b((?: \\w+ly| also| currently| then| ever| now)*) (\\w+)");
  private static final Pattern ALLOWED =
      Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} \\-/'’&.+\"“”]*");

  private Nouns() {}

  /// The phrase as a question's subject: "we" becomes the company, a sentence's capital goes.
  static Optional<String> subject(String text, Corpus corpus) {
    var phrase = PARENTHESES.matcher(text).replaceAll("").strip();
    var words = List.of(phrase.split("\\s+"));
    var first = words.getFirst().toLowerCase(Locale.ROOT);
    if (words.size() > 9
        || NEVER_FIRST.contains(first)
        || !ALLOWED.matcher(phrase).matches()
        || phrase.matches(".+ (?:The|A|An) .*")
        || words.stream()
            .skip(1)
            .anyMatch(w -> NEVER_INSIDE.contains(w.toLowerCase(Locale.ROOT)))) {
      return Optional.empty();
    }
    if (words.size() == 1 && first.length() < 3 && !first.equals("we")) {
      return Optional.empty();
    }
    if ((first.equals("we") && words.size() > 1) || words.lastIndexOf("we") > 0) {
      return Optional.empty();
    }
    if (GENERIC.contains(phrase.toLowerCase(Locale.ROOT))) {
      return Optional.empty();
    }
    var subject = voice(lower(phrase, corpus));
    return Optional.of(subject.equalsIgnoreCase(COMPANY) ? COMPANY : subject);
  }

  /// Takes a sentence's capital off, unless the word is a name.
  static String lower(String phrase, Corpus corpus) {
    int end = phrase.indexOf(' ') < 0 ? phrase.length() : phrase.indexOf(' ');
    var first = phrase.substring(0, end);
    boolean capital =
        first.length() > 1
            ? Character.isUpperCase(first.charAt(0))
                && first.substring(1).equals(first.substring(1).toLowerCase(Locale.ROOT))
            : first.equals("A");
    boolean name = end + 1 < phrase.length() && phrase.substring(end).matches(".* \\p{Lu}.*");
    boolean article =
        first.equals("The")
            || first.equals("A")
            || first.equals("An")
            || first.equals("We")
            || first.equals("Our");
    return capital && (article || (!name && corpus.common(first)))
        ? first.toLowerCase(Locale.ROOT) + phrase.substring(end)
        : phrase;
  }

  /// Lets a report speak of its author as others do.
  static String voice(String text) {
    return WE.matcher(text)
        .replaceAll(match ->
            Verbs.agreed(match.group(2))
                .map(verb -> COMPANY + match.group(1) + " " + verb)
                .orElse("we $0"))
        .replaceAll("^(?i)we$", COMPANY)
        .replaceAll("(?i)\\bours?\\b", COMPANY + "'s")
        .replaceAll("\\bus\\b", COMPANY)
        .replaceAll("\\b[Oo]urselves\\b", "itself");
  }

  /// Whether these words are more than one thing, as far as the last noun before "of" tells.
  static boolean plural(List<String> words) {
    var first = words.getFirst().toLowerCase(Locale.ROOT);
    if (first.equals("we") || first.equals("they")) {
      return true;
    }
    if (first.equals("a") || first.equals("an")) {
      return false;
    }
    if (words.stream().anyMatch(word -> word.equals("and"))) {
      return true;
    }
    var head = words.getLast();
    for (int i = 1; i < words.size(); i++) {
      if (AFTER_HEAD.contains(words.get(i))) {
        head = words.get(i - 1);
        break;
      }
    }
    return head.endsWith("s")
        && !head.endsWith("ss")
        && !head.endsWith("us")
        && !head.endsWith("is");
  }

  static String singular(String verb) {
    return switch (verb) {
      case "are" -> "is";
      case "were" -> "was";
      case "have" -> "has";
      default -> verb;
    };
  }

  static String capital(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
