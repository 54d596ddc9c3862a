package dev.retune.encoder;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.retune.file.Json;
import dev.retune.text.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a model folder says about everything around the transformer.
///
/// Reads the layout of sentence-transformers up to 5.3, that of 5.4 and later, and plain Hugging
/// Face folders, which have none of it and get mean pooling.
///
/// @param transformer the folder with `config.json`, weights and tokenizer
/// @param head what follows pooling and a first normalisation
/// @param sequenceLength the limit in tokens that the folder sets; null if it sets none
/// @param lowerCase whether texts are brought to lower case before the tokenizer sees them
record FolderLayout(
    Path transformer,
    Pooling pooling,
    boolean normalize,
    Head head,
    Prompts prompts,
    @Nullable Integer sequenceLength,
    boolean lowerCase,
    Similarity similarity) {

  /// The names that sentence-transformers gave the file over time.
  private static final List<String> SEQUENCE_FILES =
      List.of(
          "sentence_bert_config.json",
          "sentence_xlm-roberta_config.json",
          "sentence_roberta_config.json",
          "sentence_camembert_config.json",
          "sentence_distilbert_config.json");

  FolderLayout withNormalize(boolean other) {
    return new FolderLayout(
        transformer, pooling, other, head, prompts, sequenceLength, lowerCase, similarity);
  }

  FolderLayout withHead(Head other) {
    return new FolderLayout(
        transformer, pooling, normalize, other, prompts, sequenceLength, lowerCase, similarity);
  }

  /// @param plainPooling pooling of a folder that names none
  /// @throws dev.retune.text.ProblemException if the folder asks for something this program cannot
  ///   do
  static FolderLayout read(Path folder, Pooling plainPooling) {
    var modules = folder.resolve("modules.json");
    if (!Files.isRegularFile(modules)) {
      return of(folder, folder, plainPooling, false, Head.NONE);
    }
    Path transformer = folder;
    var pooling = plainPooling;
    var normalize = false;
    var head = new HeadReader();
    for (var module : Json.read(modules, JsonNode.class)) {
      var type = module.path("type").asText();
      var place = inside(modules, folder, module.path("path").asText());
      var name = type.substring(type.lastIndexOf('.') + 1);
      switch (name) {
        case "Transformer" -> transformer = place;
        case "Pooling" -> pooling = PoolingConfig.read(place.resolve("config.json"));
        default -> {
          if (name.equals("Normalize") && head.isEmpty()) {
            normalize = true;
          } else if (!head.add(name, place)) {
            throw Problem.of(FolderLayout.class, "module", modules, type).exception();
          }
        }
      }
    }
    return of(folder, transformer, pooling, normalize, head.head());
  }

  static Path inside(Path modules, Path folder, String path) {
    var place = folder.resolve(path).normalize();
    if (!place.startsWith(folder.normalize())) {
      throw Problem.of(FolderLayout.class, "module", modules, path).exception();
    }
    return place;
  }

  private static FolderLayout of(
      Path folder, Path transformer, Pooling pooling, boolean normalize, Head head) {
    var top = optional(folder.resolve("config_sentence_transformers.json"));
    var sequence =
        SEQUENCE_FILES.stream()
            .map(name -> optional(transformer.resolve(name)))
            .filter(node -> !node.isMissingNode())
            .findFirst()
            .orElse(MissingNode.getInstance());
    var tokenizer = optional(transformer.resolve("tokenizer_config.json"));
    var limit = limit(sequence.path("max_seq_length"));
    return new FolderLayout(
        transformer,
        pooling,
        normalize,
        head,
        prompts(top),
        limit == null ? limit(tokenizer.path("model_max_length")) : limit,
        sequence.path("do_lower_case").asBoolean(false),
        similarity(folder, top.path("similarity_fn_name")));
  }

  private static JsonNode optional(Path file) {
    return Files.isRegularFile(file) ? Json.read(file, JsonNode.class) : MissingNode.getInstance();
  }

  /// Tokenizers without a limit write a number of thirty digits.
  private static @Nullable Integer limit(JsonNode node) {
    return node.isNumber() && node.asDouble() > 0 && node.asDouble() < 1e6
        ? Integer.valueOf(node.asInt())
        : null;
  }

  /// The prompt of each side: the one named after it, else the folder's default. An empty prompt of
  /// a side means that it has none, whatever the default.
  private static Prompts prompts(JsonNode top) {
    var prompts = top.path("prompts");
    var byDefault = prompts.path(top.path("default_prompt_name").asText()).asText("");
    return new Prompts(
        firstOf(prompts, byDefault, "query"),
        firstOf(prompts, byDefault, "document", "passage", "corpus"));
  }

  private static String firstOf(JsonNode prompts, String byDefault, String... names) {
    var result = byDefault;
    for (var name : names) {
      var prompt = prompts.path(name);
      if (prompt.isTextual()) {
        result = prompt.asText();
        if (!result.isEmpty()) {
          return result;
        }
      }
    }
    return result;
  }

  private static Similarity similarity(Path folder, JsonNode name) {
    return switch (name.isTextual() ? name.asText() : "cosine") {
      case "cosine" -> Similarity.COSINE;
      case "dot" -> Similarity.DOT;
      case String other ->
          throw Problem.of(FolderLayout.class, "similarity", folder, other).exception();
    };
  }
}
