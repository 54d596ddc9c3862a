package dev.retune.training.preflight;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Tells languages in Latin letters apart by their commonest words.
final class CommonWords {
  private static final Map<String, Set<String>> WORDS =
      Map.of(
          "en", words("the of and to in is that for it was on are with as his this be at by from"),
          "de", words("der die und den von zu das mit sich des auf für ist im dem nicht ein eine"),
          "fr", words("le la les et des du est que dans qui par pour une sur au pas plus avec il"),
          "es", words("el los las y del que en un por con una para su se al lo como más pero"),
          "it", words("il di che è la per un in del con non una si della le da dei nel sono"),
          "pt", words("o os as e do da que em um para com não uma se na por mais dos no ao"),
          "nl", words("de het een en van ik dat niet is te op zijn met voor er aan om bij ook"));

  private CommonWords() {}

  /// A language.
  ///
  /// @param name two letters; empty if none is likely
  /// @param share of the common words found that are its own
  record Language(String name, double share) {}

  /// The likeliest language of a text.
  ///
  /// @param words in lower case
  static Language language(List<String> words) {
    var counts = new HashMap<String, Integer>();
    for (var word : words) {
      WORDS.forEach((language, common) -> {
        if (common.contains(word)) {
          counts.merge(language, 1, Integer::sum);
        }
      });
    }
    var likeliest = counts.entrySet().stream().max(Map.Entry.comparingByValue()).orElse(null);
    // Every tenth word at least: lists of names and numbers are of no language.
    if (likeliest == null || likeliest.getValue() * 10 < words.size()) {
      return new Language("", 0);
    }
    var all = counts.values().stream().mapToInt(count -> count).sum();
    return new Language(likeliest.getKey(), (double) likeliest.getValue() / all);
  }

  private static Set<String> words(String spaced) {
    return Set.of(spaced.split(" "));
  }
}
