package dev.retune.encoder;

import com.fasterxml.jackson.databind.JsonNode;
import dev.retune.file.Json;
import dev.retune.text.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// The weights of a model folder, in one safetensors file or in several with an index.
final class ModelWeights {
  /// What saving a model as part of a bigger one puts in front of every name.
  private static final List<String> PREFIXES =
      List.of(
          "",
          "bert.",
          "roberta.",
          "xlm-roberta.",
          "mpnet.",
          "distilbert.",
          "0.auto_model.",
          "model.");

  /// What the table of words is called, over all families.
  private static final List<String> WORDS =
      List.of("embeddings.word_embeddings.weight", "embeddings.tok_embeddings.weight");

  private final Path folder;
  private final List<Path> files;
  private final Map<String, Place> places;

  /// @param key the weight's name inside the file
  private record Place(SafetensorsFile file, String key, SafetensorsHeader.Entry entry) {}

  private ModelWeights(Path folder, List<Path> files, Map<String, Place> places) {
    this.folder = folder;
    this.files = files;
    this.places = places;
  }

  /// Opens the weights and reads their table of contents.
  ///
  /// @throws dev.retune.text.ProblemException if there are none, only such in Python's pickle
  ///   format, or a file is damaged
  static ModelWeights open(Path folder) {
    var files = files(folder);
    var raw = new TreeMap<String, Place>();
    for (var path : files) {
      var file = SafetensorsFile.open(path);
      file.tensors().forEach((key, entry) -> raw.put(key, new Place(file, key, entry)));
    }
    var prefix =
        PREFIXES.stream()
            .filter(p -> WORDS.stream().anyMatch(words -> raw.containsKey(p + words)))
            .findFirst()
            .orElse("");
    var places = new TreeMap<String, Place>();
    raw.forEach((key, place) -> {
      if (key.startsWith(prefix)) {
        places.put(canonical(key.substring(prefix.length())), place);
      }
    });
    return new ModelWeights(folder, files, places);
  }

  /// TensorFlow's names for LayerNorm's weights survive in old BERT files.
  private static String canonical(String name) {
    return name.replace("LayerNorm.gamma", "LayerNorm.weight")
        .replace("LayerNorm.beta", "LayerNorm.bias");
  }

  private static List<Path> files(Path folder) {
    var single = folder.resolve("model.safetensors");
    if (Files.isRegularFile(single)) {
      return List.of(single);
    }
    var index = folder.resolve("model.safetensors.index.json");
    if (Files.isRegularFile(index)) {
      return shards(folder, index);
    }
    if (Files.isRegularFile(folder.resolve("pytorch_model.bin"))
        || Files.isRegularFile(folder.resolve("pytorch_model.bin.index.json"))) {
      throw Problem.of(ModelWeights.class, "pickle", folder).exception();
    }
    throw Problem.of(ModelWeights.class, "no_weights", folder).exception();
  }

  private static List<Path> shards(Path folder, Path index) {
    Set<Path> shards = new LinkedHashSet<>();
    var map = Json.read(index, JsonNode.class).path("weight_map");
    for (var entry : map.properties()) {
      var shard = folder.resolve(entry.getValue().asText()).normalize();
      if (!folder.normalize().equals(shard.getParent()) || !Files.isRegularFile(shard)) {
        throw Problem.of(ModelWeights.class, "no_shard", index, entry.getValue().asText())
            .exception();
      }
      shards.add(shard);
    }
    if (shards.isEmpty()) {
      throw Problem.of(ModelWeights.class, "no_weights", folder).exception();
    }
    return shards.stream().sorted().toList();
  }

  /// @throws dev.retune.text.ProblemException if a weight of `config` is missing or has another
  ///   shape
  void check(EncoderConfig config) {
    WeightNames.of(config)
        .forEach((name, expected) -> {
          var place = places.get(name);
          if (place == null) {
            throw Problem.of(ModelWeights.class, "missing_weight", folder, name).exception();
          }
          if (!Arrays.equals(place.entry().dimensions(), expected)) {
            throw Problem.of(
                    ModelWeights.class,
                    "wrong_shape",
                    folder,
                    name,
                    Arrays.toString(place.entry().dimensions()),
                    Arrays.toString(expected))
                .exception();
          }
        });
  }

  /// The files that hold the weights, in a fixed order.
  List<Path> files() {
    return files;
  }

  /// @throws dev.retune.text.ProblemException if a number of it is infinite or none at all
  FloatTensor read(String name) {
    var place = places.get(name);
    if (place == null) {
      throw new IllegalArgumentException(name);
    }
    var tensor = place.file().read(place.key());
    if (!tensor.finite()) {
      throw Problem.of(ModelWeights.class, "not_finite", folder, name).exception();
    }
    return tensor;
  }

  /// Weights that the encoder does not use (a pooler, for instance) and that an export keeps.
  Map<String, FloatTensor> others(Set<String> used) {
    var others = new LinkedHashMap<String, FloatTensor>();
    places.forEach((name, place) -> {
      var floating = place.entry().type() != SafetensorsHeader.NumberType.OTHER;
      if (floating && !used.contains(name)) {
        others.put(name, read(name));
      }
    });
    return others;
  }
}
