package dev.retune.pair.builtin;

import java.util.Optional;
import java.util.regex.Pattern;

/// The end of a statement, shortened so that a question can close with it.
final class EnglishTail {
  private static final Pattern ASIDE = Pattern.compile("\\s*[(\\[][^()\\[\\]]*[)\\]]");
  private static final Pattern FOOTNOTE = Pattern.compile("(?<=\\p{Ll}[.,]?) ?\\b\\d{1,2}$");
  private static final Pattern CUT =
      Pattern.compile(
          "(?:,|;)?"
              + " (?:which|who|whom|whose|where|whereas|although|though|because|since|while|including|such"
              + " as|so that|in order to|in accordance with|resulting|provided|unless|except|as"
              + " well as|rather than|regardless of|notwithstanding|pursuant to|subject"
              + " to)\\b.*|[;:] .*|,"
              + " (?:and|but|or|in|as|if|with|by|at|on|for|to|from|among|whether|even|particularly|especially|primarily|including|each|subject|\\w+ing|\\w+ed)\\b.*");
  private static final int LONGEST = 15;

  private EnglishTail() {}

  /// @param fewest words that must be left
  static Optional<String> of(String text, int fewest) {
    var cut = CUT.matcher(ASIDE.matcher(text).replaceAll("")).replaceFirst("").strip();
    cut = FOOTNOTE.matcher(cut).replaceFirst("").strip();
    int words = cut.split(" ").length;
    boolean torn =
        cut.contains(",")
            || cut.matches(
                ".* (?:the|an?|of|to|in|on|for|and|or|by|with|that|from|at|as|our|is|are|over|under|upon|into|through|during|be|not|any|may|can|will|would|could|should|have|has)$")
            || cut.matches(
                ".* (?:and|or) (?:is|are|was|were|has|have|will|may|can|could|would)\\b.*")
            || cut.matches(".*\\bwe\\b (?:\\w+ly )?\\w+ed .*")
            || (cut.contains(" between ") && !cut.contains(" and "));
    return words < fewest || words > LONGEST || torn || cut.contains("\"")
        ? Optional.empty()
        : Optional.of(Wording.vary(Nouns.voice(cut)));
  }
}
