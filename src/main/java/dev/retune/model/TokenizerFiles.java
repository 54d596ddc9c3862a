package dev.retune.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.retune.file.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Completes a lone `tokenizer.json` to the files a Hugging Face folder has.
final class TokenizerFiles {
  private static final Pattern CAPITAL = Pattern.compile("[A-Z]");
  private static final List<String> BERT = List.of("[UNK]", "[SEP]", "[PAD]", "[CLS]", "[MASK]");
  private static final List<String> ROBERTA = List.of("<unk>", "</s>", "<pad>", "<s>", "<mask>");
  private static final List<String> ROLES =
      List.of("unk_token", "sep_token", "pad_token", "cls_token", "mask_token");

  private final ObjectNode json;

  /// @throws IOException if `tokenizer` is not the JSON of a tokenizer
  TokenizerFiles(byte[] tokenizer) throws IOException {
    if (!(Json.mapper().readTree(tokenizer) instanceof ObjectNode object)
        || !object.path("model").has("vocab")) {
      throw new IOException("no vocabulary");
    }
    json = object;
    matchCase();
  }

  /// A vocabulary without capitals cannot express them: then the text must be lowered first, even
  /// where a conversion of the tokenizer forgot to say so (as for bge-small-zh-v1.5).
  private void matchCase() {
    if (!wordPiece() || !(json.path("normalizer") instanceof ObjectNode normalizer)) {
      return;
    }
    if (!normalizer.path("lowercase").asBoolean(true)
        && vocabulary().properties().stream()
            .map(Map.Entry::getKey)
            .noneMatch(token -> CAPITAL.matcher(token).find() && !special(token))) {
      normalizer.put("lowercase", true);
    }
  }

  private static boolean special(String token) {
    return token.startsWith("[") || token.startsWith("<");
  }

  /// Id of the padding token; the family's usual one if the tokenizer names none.
  int padToken() {
    var name = wordPiece() ? BERT.get(2) : ROBERTA.get(2);
    for (var token : json.path("added_tokens")) {
      if (token.path("content").asText().equals(name)) {
        return token.path("id").asInt();
      }
    }
    return wordPiece() ? vocabulary().path(name).asInt(0) : 1;
  }

  boolean lowerCase() {
    return wordPiece() && json.path("normalizer").path("lowercase").asBoolean(false);
  }

  /// @param maxTokens what the model can take, special tokens included
  Map<String, byte[]> files(int maxTokens) throws IOException {
    var files = new TreeMap<String, byte[]>();
    files.put("tokenizer.json", Json.mapper().writeValueAsBytes(json));
    files.put("tokenizer_config.json", pretty(config(maxTokens)));
    files.put("special_tokens_map.json", pretty(roles(JsonNodeFactory.instance.objectNode())));
    if (wordPiece()) {
      files.put("vocab.txt", vocabularyFile().getBytes(StandardCharsets.UTF_8));
    }
    return files;
  }

  private ObjectNode config(int maxTokens) {
    var config = JsonNodeFactory.instance.objectNode();
    config.put("tokenizer_class", wordPiece() ? "BertTokenizer" : "PreTrainedTokenizerFast");
    config.put("model_max_length", maxTokens);
    config.put("clean_up_tokenization_spaces", true);
    if (wordPiece()) {
      config
          .put("do_lower_case", lowerCase())
          .put("tokenize_chinese_chars", true)
          .putNull("strip_accents");
    }
    return roles(config);
  }

  private ObjectNode roles(ObjectNode into) {
    var tokens = wordPiece() ? BERT : ROBERTA;
    for (int i = 0; i < ROLES.size(); i++) {
      into.put(ROLES.get(i), tokens.get(i));
    }
    return into;
  }

  private String vocabularyFile() {
    return vocabulary().properties().stream()
        .sorted(Comparator.comparingInt(entry -> entry.getValue().asInt()))
        .map(entry -> entry.getKey() + "\n")
        .collect(Collectors.joining());
  }

  private boolean wordPiece() {
    return json.path("model").path("type").asText("WordPiece").equals("WordPiece");
  }

  private JsonNode vocabulary() {
    return json.path("model").path("vocab");
  }

  private static byte[] pretty(JsonNode node) throws IOException {
    return Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(node);
  }
}
