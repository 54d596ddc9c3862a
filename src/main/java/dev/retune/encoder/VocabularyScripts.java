package dev.retune.encoder;

import com.fasterxml.jackson.databind.JsonNode;
import dev.retune.file.Json;
import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// In which scripts the tokens of a model are written: what it was made to read.
///
/// @param tokens how many tokens begin with a letter of the script
/// @param size of the whole vocabulary
public record VocabularyScripts(Map<UnicodeScript, Integer> tokens, int size) {

  /// Counts the vocabulary of `folder`; empty where its tokens are bytes, which have no script.
  ///
  /// @throws dev.retune.text.ProblemException if the tokenizer cannot be read
  public static Optional<VocabularyScripts> of(ModelFolder folder) {
    var tokenizer = Json.read(folder.tokenizerFile(), JsonNode.class);
    var vocabulary = tokenizer.path("model").path("vocab");
    if (vocabulary.isEmpty() || bytes(tokenizer)) {
      return Optional.empty();
    }
    var tokens = new EnumMap<UnicodeScript, Integer>(UnicodeScript.class);
    if (vocabulary.isObject()) {
      vocabulary.fieldNames().forEachRemaining(token -> count(token, tokens));
    } else {
      vocabulary.forEach(entry -> count(entry.path(0).asText(), tokens));
    }
    return Optional.of(new VocabularyScripts(tokens, vocabulary.size()));
  }

  private static boolean bytes(JsonNode tokenizer) {
    return tokenizer.path("decoder").findValuesAsText("type").contains("ByteLevel")
        || tokenizer.path("pre_tokenizer").findValuesAsText("type").contains("ByteLevel");
  }

  private static void count(String token, Map<UnicodeScript, Integer> tokens) {
    token
        .codePoints()
        .filter(Character::isLetter)
        .findFirst()
        .ifPresent(letter -> tokens.merge(UnicodeScript.of(letter), 1, Integer::sum));
  }

  /// Whether the model was made to read `script`: alphabets need whole words among the tokens, Han
  /// its common characters.
  public boolean reads(UnicodeScript script) {
    var count = tokens.getOrDefault(script, 0);
    return switch (script) {
      case COMMON, INHERITED, UNKNOWN -> true;
      case LATIN -> count >= 15_000 || count >= size / 2;
      case HAN -> count >= 3_000 || count >= size / 5;
      default -> count >= 1_000 || count >= size / 5;
    };
  }
}
