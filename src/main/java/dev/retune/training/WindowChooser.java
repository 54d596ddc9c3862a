package dev.retune.training;

import ai.djl.ndarray.NDManager;
import dev.retune.encoder.EmbedOptions;
import dev.retune.encoder.EncoderNetwork;
import dev.retune.encoder.InputType;
import dev.retune.encoder.LocalEmbedder;
import dev.retune.encoder.Precision;
import dev.retune.encoder.Similarity;
import dev.retune.encoder.Tokenizer;
import dev.retune.encoder.Windows;
import dev.retune.retrieval.VectorCache;
import dev.retune.task.Progress;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Finds the best window of each passage for each query it stands beside, by the untuned base
/// model.
///
/// @param asked passage ids by query id
record WindowChooser(RunInputs inputs, Windows windows, Map<String, List<String>> asked) {

  /// @param kept where vectors are kept, so that choosing goes on where it was interrupted
  /// @return windows by query id and passage id; of equally good ones the first
  Map<String, Map<String, Integer>> choose(Path kept, NDManager parent, Progress progress) {
    var queries = List.copyOf(asked.keySet());
    var passages = asked.values().stream().flatMap(List::stream).distinct().toList();
    var cache = new VectorCache(kept);
    try (var network = EncoderNetwork.open(inputs.encoder(), parent, parent.getDevice());
        var tokenizer = Tokenizer.open(inputs.encoder());
        var embedder = LocalEmbedder.over(network, tokenizer, inputs.encoder(), options())) {
      var texts = queries.stream().map(id -> inputs.plain(TextKey.query(id))).toList();
      var questions = cache.embed(embedder, texts, InputType.QUERY, progress);
      var read =
          cache.embed(
              embedder,
              passages.stream().map(id -> inputs.plain(TextKey.passage(id))).toList(),
              InputType.PASSAGE,
              windows,
              progress);
      var ofPassage = new HashMap<String, float[][]>();
      for (int i = 0; i < read.length; i++) {
        ofPassage.put(passages.get(i), read[i]);
      }
      var chosen = new LinkedHashMap<String, Map<String, Integer>>();
      for (int i = 0; i < questions.length; i++) {
        var best = new LinkedHashMap<String, Integer>();
        for (var id : Objects.requireNonNull(asked.get(queries.get(i)))) {
          var vectors = Objects.requireNonNull(ofPassage.get(id));
          best.put(id, best(embedder.similarity(), questions[i], vectors));
        }
        chosen.put(queries.get(i), best);
      }
      return chosen;
    }
  }

  /// In the numbers that training computes in: an adapter is trained on exact ones.
  private EmbedOptions options() {
    var settings = inputs.settings();
    return EmbedOptions.defaults()
        .withPrompts(inputs.prompts())
        .withPrecision(settings.method().adapts() ? Precision.FP32 : settings.precision());
  }

  private static int best(Similarity similarity, float[] query, float[][] windows) {
    int best = 0;
    for (int i = 1; i < windows.length; i++) {
      if (similarity.of(query, windows[i]) > similarity.of(query, windows[best])) {
        best = i;
      }
    }
    return best;
  }
}
