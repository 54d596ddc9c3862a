package dev.retune.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.retune.encoder.EmbedOptions;
import dev.retune.encoder.Embedder;
import dev.retune.encoder.EncoderNetwork;
import dev.retune.encoder.FloatTensor;
import dev.retune.encoder.InputType;
import dev.retune.encoder.LocalEmbedder;
import dev.retune.encoder.Safetensors;
import dev.retune.encoder.Tokenizer;
import dev.retune.task.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// How the untuned base model embeds the training texts: what a guided loss tells false negatives
/// by. Computed once and kept in `checkpoints/guide.safetensors`, so that a resumed run has the
/// same numbers.
final class Guide {
  private static final String FILE = "guide.safetensors";

  private final Map<InputType, FloatTensor> vectors;
  private final Map<TextKey, Integer> places;

  private Guide(Map<InputType, FloatTensor> vectors, Map<TextKey, Integer> places) {
    this.vectors = vectors;
    this.places = places;
  }

  /// Takes the vectors from `checkpoints`, or computes them and puts them there.
  ///
  /// @param examples what is trained on, with windows where the run reads windows
  /// @throws java.util.concurrent.CancellationException if the person asked to stop
  static Guide of(
      RunInputs inputs,
      List<Example> examples,
      Path checkpoints,
      NDManager parent,
      Progress progress) {
    var texts = new TreeMap<InputType, List<TextKey>>();
    var places = new HashMap<TextKey, Integer>();
    examples.stream()
        .filter(example -> inputs.losses().get(example.source()).guided())
        .flatMap(example -> example.texts().stream())
        .distinct()
        .forEach(key -> {
          var ofSide = texts.computeIfAbsent(key.side(), _ -> new ArrayList<>());
          places.put(key, ofSide.size());
          ofSide.add(key);
        });
    var file = checkpoints.resolve(FILE);
    if (!Files.exists(file)) {
      try (var network = EncoderNetwork.open(inputs.encoder(), parent, parent.getDevice());
          var tokenizer = Tokenizer.open(inputs.encoder())) {
        var computed = new TreeMap<String, FloatTensor>();
        texts.forEach((side, keys) ->
            computed.put(side.name(), embed(inputs, network, tokenizer, side, keys, progress)));
        Safetensors.write(file, computed);
      }
    }
    var stored = Safetensors.read(file);
    var vectors = new HashMap<InputType, FloatTensor>();
    stored.forEach((side, tensor) -> vectors.put(InputType.valueOf(side), tensor));
    return new Guide(vectors, places);
  }

  private static FloatTensor embed(
      RunInputs inputs,
      EncoderNetwork network,
      Tokenizer tokenizer,
      InputType side,
      List<TextKey> keys,
      Progress progress) {
    var options =
        EmbedOptions.defaults()
            .withPrompts(inputs.prompts())
            .withMaxTokens(inputs.limit(keys.getFirst()));
    try (var embedder = LocalEmbedder.over(network, tokenizer, inputs.encoder(), options)) {
      var rows = rows(inputs, embedder, side, keys, progress);
      var dimension = embedder.dimension();
      var flat = new float[keys.size() * dimension];
      for (var row = 0; row < rows.length; row++) {
        System.arraycopy(rows[row], 0, flat, row * dimension, dimension);
      }
      return new FloatTensor(new long[] {keys.size(), dimension}, flat);
    }
  }

  private static float[][] rows(
      RunInputs inputs, Embedder embedder, InputType side, List<TextKey> keys, Progress progress) {
    var windows = inputs.settings().retrieval().windows();
    if (windows == null || keys.getFirst().whole()) {
      return embedder.embed(keys.stream().map(inputs::plain).toList(), side, progress);
    }
    var texts = keys.stream().map(inputs::plain).distinct().toList();
    var read = embedder.embed(texts, side, windows, progress);
    var ofText = new HashMap<String, float[][]>();
    for (var i = 0; i < read.length; i++) {
      ofText.put(texts.get(i), read[i]);
    }
    return keys.stream()
        .map(key -> Objects.requireNonNull(ofText.get(inputs.plain(key)))[key.window()])
        .toArray(float[][]::new);
  }

  /// Removes what was kept, once the model stands.
  static void clear(Path checkpoints) {
    Folders.deleteQuietly(checkpoints.resolve(FILE));
  }

  /// The vectors of one side's texts, `[texts, dimension]`.
  NDArray vectors(NDManager scope, List<TextKey> texts) {
    var tensor = vectors.get(texts.getFirst().side());
    if (tensor == null) {
      throw new IllegalArgumentException("no such texts: " + texts);
    }
    var dimension = (int) tensor.shape()[1];
    var numbers = new float[texts.size() * dimension];
    for (var row = 0; row < texts.size(); row++) {
      var place = places.getOrDefault(texts.get(row), 0);
      System.arraycopy(tensor.data(), place * dimension, numbers, row * dimension, dimension);
    }
    return scope.create(numbers, new Shape(texts.size(), dimension));
  }
}
