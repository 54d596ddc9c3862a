package dev.retune.encoder;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.retune.file.Json;
import dev.retune.file.Reason;
import dev.retune.text.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Writes a sentence-transformers folder in the layout every version of it reads.
public final class ModelFolderWriter {
  /// The files a tokenizer may consist of, over all families.
  private static final List<String> TOKENIZER_FILES =
      List.of(
          "tokenizer.json",
          "tokenizer_config.json",
          "special_tokens_map.json",
          "added_tokens.json",
          "vocab.txt",
          "vocab.json",
          "merges.txt",
          "sentencepiece.bpe.model");

  private ModelFolderWriter() {}

  /// Writes `weights` as a model like `like` (its configuration, tokenizer, pooling and prompts) to
  /// `target`, whole or not at all; a folder that stands there is replaced.
  ///
  /// @param weights by the names that [EncoderNetwork#parameters] gives
  /// @throws dev.retune.text.ProblemException if it cannot be written
  /// @throws IllegalArgumentException if a weight is missing or has another shape than in `like`
  public static void write(
      Path target, ModelFolder like, Map<String, FloatTensor> weights, ModelCard card) {
    write(target, like, like.prompts(), weights, card);
  }

  /// The same with other prompts: those that the weights were trained with.
  public static void write(
      Path target,
      ModelFolder like,
      Prompts prompts,
      Map<String, FloatTensor> weights,
      ModelCard card) {
    write(target, like, prompts, weights, like.head(), List.of(), card);
  }

  /// Writes a model like `like` that treats its vectors further.
  ///
  /// @throws dev.retune.text.ProblemException if it cannot be written
  public static void writeWithHead(
      Path target, ModelFolder like, Prompts prompts, Head head, ModelCard card) {
    writeWithHead(target, like, prompts, head, List.of(), card);
  }

  /// Writes a model like `like` that treats its vectors further.
  ///
  /// @param head in place of that of `like`
  /// @param matryoshka the lengths that its vectors were trained to be cut to; empty for none
  /// @throws dev.retune.text.ProblemException if it cannot be written
  public static void writeWithHead(
      Path target,
      ModelFolder like,
      Prompts prompts,
      Head head,
      List<Integer> matryoshka,
      ModelCard card) {
    write(target, like, prompts, changed(like, Map.of()), head, matryoshka, card);
  }

  private static void write(
      Path target,
      ModelFolder like,
      Prompts prompts,
      Map<String, FloatTensor> weights,
      Head head,
      List<Integer> matryoshka,
      ModelCard card) {
    var expected = WeightNames.of(like.config());
    expected.forEach((name, shape) -> {
      var given = weights.get(name);
      if (given == null || !Arrays.equals(given.shape(), shape)) {
        throw new IllegalArgumentException(name);
      }
    });
    var all = new TreeMap<>(weights);
    all.putAll(like.weights().others(weights.keySet()));
    write(target, parts(like, prompts, all, head, matryoshka), card);
  }

  private static ModelParts parts(
      ModelFolder like,
      Prompts prompts,
      Map<String, FloatTensor> weights,
      Head head,
      List<Integer> matryoshka) {
    return new ModelParts(
        withMatryoshka(
            float32(Json.read(like.transformer().resolve("config.json"), JsonNode.class)),
            matryoshka),
        tokenizer(like),
        weights,
        like.pooling(),
        like.normalize(),
        head,
        prompts,
        like.maxTokens(),
        like.lowerCase(),
        like.similarity());
  }

  /// Writes into `folder` what surrounds the encoder of a model like `like`: tokenizer, prompts,
  /// pooling and the layers behind it.
  static void surroundings(Path folder, ModelFolder like, Prompts prompts) throws IOException {
    surroundings(folder, parts(like, prompts, Map.of(), like.head(), List.of()));
  }

  private static void surroundings(Path folder, ModelParts parts) throws IOException {
    for (var file : parts.tokenizer().entrySet()) {
      Files.write(folder.resolve(file.getKey()), file.getValue());
    }
    SentenceTransformersFiles.write(folder, parts);
  }

  /// Writes a model like `like` of which some weights have changed.
  ///
  /// @throws dev.retune.text.ProblemException if it cannot be written
  /// @throws IllegalArgumentException if `like` has no such weight, or one of another shape
  public static void writeChanged(
      Path target,
      ModelFolder like,
      Prompts prompts,
      Map<String, FloatTensor> changed,
      ModelCard card) {
    writeChanged(target, like, prompts, changed, List.of(), card);
  }

  /// Writes a model like `like` of which some weights have changed.
  ///
  /// @param changed by name; all other weights stay as in `like`
  /// @param matryoshka the lengths that its vectors were trained to be cut to; empty for none
  /// @throws dev.retune.text.ProblemException if it cannot be written
  /// @throws IllegalArgumentException if `like` has no such weight, or one of another shape
  public static void writeChanged(
      Path target,
      ModelFolder like,
      Prompts prompts,
      Map<String, FloatTensor> changed,
      List<Integer> matryoshka,
      ModelCard card) {
    write(target, like, prompts, changed(like, changed), like.head(), matryoshka, card);
  }

  private static Map<String, FloatTensor> changed(
      ModelFolder like, Map<String, FloatTensor> changed) {
    var all = new TreeMap<String, FloatTensor>();
    for (var name : WeightNames.of(like.config()).keySet()) {
      var given = changed.get(name);
      all.put(name, given == null ? like.weights().read(name) : given);
    }
    if (!all.keySet().containsAll(changed.keySet())) {
      throw new IllegalArgumentException(changed.keySet().toString());
    }
    return all;
  }

  /// Writes a model from its parts, whole or not at all; a folder that stands there is replaced.
  ///
  /// @throws dev.retune.text.ProblemException if it cannot be written
  public static void write(Path target, ModelParts parts, ModelCard card) {
    FolderSwap.write(target, folder -> fill(folder, parts, card));
  }

  private static void fill(Path folder, ModelParts parts, ModelCard card) throws IOException {
    surroundings(folder, parts);
    json(folder.resolve("config.json"), parts.config());
    try (var out = Files.newOutputStream(folder.resolve("model.safetensors"))) {
      SafetensorsWriter.write(out, new TreeMap<>(parts.weights()));
    }
    Files.writeString(folder.resolve("README.md"), card.markdown());
  }

  /// Weights are written in float32 whatever they were read from.
  private static JsonNode float32(JsonNode config) {
    if (config instanceof ObjectNode object) {
      for (var key : List.of("torch_dtype", "dtype")) {
        if (object.has(key)) {
          object.put(key, "float32");
        }
      }
    }
    return config;
  }

  /// Under the name that vLLM reads; sentence-transformers has it from the person, as
  /// `truncate_dim`.
  private static JsonNode withMatryoshka(JsonNode config, List<Integer> dimensions) {
    if (config instanceof ObjectNode object && !dimensions.isEmpty()) {
      var array = object.putArray("matryoshka_dimensions");
      dimensions.forEach(array::add);
    }
    return config;
  }

  private static Map<String, byte[]> tokenizer(ModelFolder like) {
    var files = new TreeMap<String, byte[]>();
    for (var name : TOKENIZER_FILES) {
      var file = like.transformer().resolve(name);
      if (Files.isRegularFile(file)) {
        try {
          files.put(name, Files.readAllBytes(file));
        } catch (IOException e) {
          throw Problem.of(ModelFolderWriter.class, "read", file, Reason.of(e)).exception(e);
        }
      }
    }
    return files;
  }

  static void json(Path file, Object value) throws IOException {
    Files.write(file, Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(value));
  }
}
