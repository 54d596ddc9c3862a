package dev.retune.training.preflight;

import dev.retune.dataset.TrainingData;
import dev.retune.encoder.ModelFolder;
import dev.retune.encoder.TokenCounter;
import dev.retune.encoder.VocabularyScripts;
import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Whether the model was made for the language of the texts.
///
/// Scripts are compared with those of the model's vocabulary. Among languages in Latin letters the
/// commonest words tell which one it is; the model does not know it if it has to cut its words into
/// pieces.
final class LanguageCheck {
  private static final int TEXTS = 300;
  private static final int LETTERS = 1000;

  /// From this share of the letters on a script is one of the texts' languages; names and
  /// abbreviations in Latin letters stand in texts of all languages.
  private static final double PRESENT = .2;

  private static final double PRESENT_LATIN = .5;

  /// Tokens a word: English has 1.2 to 1.5 with a vocabulary made for it.
  private static final double IN_PIECES = 1.75;

  private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}]+");

  private LanguageCheck() {}

  static List<Finding> of(ModelFolder model, TokenCounter tokens, TrainingData data) {
    var scripts = VocabularyScripts.of(model).orElse(null);
    if (scripts == null) {
      return List.of();
    }
    var texts =
        Stream.concat(
                data.queries().values().stream().limit(TEXTS),
                data.corpus().values().stream().limit(TEXTS))
            .map(text -> text.substring(0, Math.min(text.length(), LETTERS)))
            .toList();
    for (var share : shares(texts).entrySet()) {
      var present = share.getKey() == UnicodeScript.LATIN ? PRESENT_LATIN : PRESENT;
      if (share.getValue() >= present && !scripts.reads(share.getKey())) {
        return foreign(name(share.getKey()), share.getValue(), model);
      }
    }
    return latin(model, tokens, texts);
  }

  private static List<Finding> latin(ModelFolder model, TokenCounter tokens, List<String> texts) {
    var words =
        texts.stream()
            .flatMap(NO_LETTERS::splitAsStream)
            .filter(word -> !word.isEmpty())
            .map(word -> word.toLowerCase(Locale.ROOT))
            .toList();
    var language = CommonWords.language(words);
    if (language.name().equals("en") || language.name().isEmpty()) {
      return List.of();
    }
    var pieces = (double) tokens.count(String.join(" ", words)) / words.size();
    return pieces < IN_PIECES ? List.of() : foreign(language.name(), language.share(), model);
  }

  private static Map<UnicodeScript, Double> shares(List<String> texts) {
    var counts = new EnumMap<UnicodeScript, Double>(UnicodeScript.class);
    var letters = texts.stream().flatMapToInt(String::codePoints).filter(Character::isLetter);
    letters.forEach(letter -> counts.merge(UnicodeScript.of(letter), 1.0, Double::sum));
    var all = counts.values().stream().mapToDouble(count -> count).sum();
    counts.replaceAll((_, count) -> count / all);
    return counts;
  }

  private static String name(UnicodeScript script) {
    return switch (script) {
      case LATIN -> "latin";
      case HAN -> "han";
      case CYRILLIC -> "cyrillic";
      case GREEK -> "greek";
      case ARABIC -> "arabic";
      case HEBREW -> "hebrew";
      case HANGUL -> "hangul";
      case HIRAGANA, KATAKANA -> "kana";
      case DEVANAGARI -> "devanagari";
      case THAI -> "thai";
      default -> "other";
    };
  }

  private static List<Finding> foreign(String language, double share, ModelFolder model) {
    return List.of(new Finding.ForeignLanguage(language, share, model.name()));
  }
}
