package dev.retune.benchmark;

import dev.retune.TestData;
import dev.retune.dataset.LlamaIndexFormat;
import dev.retune.dataset.RetrievalSet;
import dev.retune.dataset.Split;
import dev.retune.dataset.TrainingData;
import dev.retune.encoder.EncoderConfig;
import dev.retune.encoder.ModelFolder;
import dev.retune.encoder.Tokenizer;
import dev.retune.file.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;

/// Pairs for one epoch of a speed measurement.
///
/// @param batch pairs in a batch
/// @param pairs a whole number of batches
record SpeedData(String name, int batch, List<Pair> pairs) {

  /// A question and the passage that answers it.
  record Pair(String query, String positive) {}

  /// Questions about Lyft's report with their passages, most of them longer than the model reads.
  static SpeedData lyft(int steps) {
    return of("lyft", 10, steps, passage -> passage);
  }

  /// The same questions with the beginnings of the passages, 4 to 200 words, short ones as often as
  /// long ones on a logarithmic scale.
  static SpeedData mixedLengths(int steps) {
    var random = new Random(42);
    return of(
        "mixed",
        32,
        steps,
        passage -> {
          var words = passage.strip().split("\\s+");
          var count = (int) (4 * Math.pow(50, random.nextDouble()));
          return String.join(" ", List.of(words).subList(0, Math.min(count, words.length)));
        });
  }

  private static SpeedData of(String name, int batch, int steps, UnaryOperator<String> cut) {
    var set = LlamaIndexFormat.read(TestData.shared("lyft-uber/train_dataset.json"));
    var pairs = new ArrayList<Pair>();
    for (var judged : set.qrels().entrySet()) {
      for (var passage : judged.getValue().keySet()) {
        if (pairs.size() < batch * steps) {
          pairs.add(
              new Pair(set.queries().get(judged.getKey()), cut.apply(set.corpus().get(passage))));
        }
      }
    }
    return new SpeedData(name, batch, pairs);
  }

  /// As a run takes it, with a handful of pairs to measure on.
  TrainingData training() {
    return TrainingData.ofPairs(
        Map.of(Split.TRAIN, set("t", pairs), Split.VALIDATION, set("v", pairs.subList(0, 4))));
  }

  private static RetrievalSet set(String prefix, List<Pair> pairs) {
    var passages = new LinkedHashMap<String, String>();
    var corpus = new LinkedHashMap<String, String>();
    var queries = new LinkedHashMap<String, String>();
    var qrels = new LinkedHashMap<String, Map<String, Double>>();
    for (var pair : pairs) {
      var id = passages.computeIfAbsent(pair.positive(), _ -> prefix + "p" + passages.size());
      corpus.put(id, pair.positive());
      var query = prefix + "q" + queries.size();
      queries.put(query, pair.query());
      qrels.put(query, Map.of(id, 1.0));
    }
    return new RetrievalSet(corpus, queries, qrels);
  }

  /// For the script beside, one JSON object a line.
  Path write(Path folder) throws IOException {
    var file = Files.createDirectories(folder).resolve(name + ".jsonl");
    return Files.write(file, pairs.stream().map(Json::line).toList());
  }

  /// Multiplications and additions that one pair needs forwards and backwards, padding apart, each
  /// text once: six for each weight of a linear layer and token, and the attention products.
  double operationsPerPair(ModelFolder model) {
    try (var tokenizer = Tokenizer.open(model)) {
      var texts = new ArrayList<String>();
      pairs.forEach(pair -> texts.addAll(List.of(pair.query(), pair.positive())));
      return tokenizer.tokenize(texts, model.maxTokens()).stream()
              .mapToDouble(tokens -> 3 * forward(model.config(), tokens.length()))
              .sum()
          / pairs.size();
    }
  }

  private static double forward(EncoderConfig config, double tokens) {
    var linear = 2.0 * config.hidden() * (4.0 * config.hidden() + 2.0 * config.intermediate());
    return config.layers() * tokens * (linear + 4 * tokens * config.hidden());
  }
}
