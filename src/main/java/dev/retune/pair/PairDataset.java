package dev.retune.pair;

import dev.retune.dataset.RetrievalSet;
import dev.retune.dataset.Row;
import dev.retune.dataset.Shape;
import dev.retune.dataset.Split;
import dev.retune.dataset.TrainingData;
import dev.retune.document.Chunk;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/// Accepted pairs as training data.
public final class PairDataset {
  private PairDataset() {}

  /// The corpus is all chunks; queries, rows and qrels come from the accepted pairs, each query in
  /// one split. A pair without a split belongs to none and is left out; relevance 0 is a judgement
  /// but never a row to learn from.
  ///
  /// @param chunks all chunks of the project, by document and place
  /// @param pairs pairs of any status
  public static TrainingData of(Collection<Chunk> chunks, Collection<PairRow> pairs) {
    var corpus = new LinkedHashMap<String, String>();
    chunks.forEach(chunk -> corpus.put(chunk.id().toString(), chunk.whole()));
    var queries = new LinkedHashMap<String, String>();
    var rows = new ArrayList<Row>();
    var judged = new EnumMap<Split, Map<String, Map<String, Double>>>(Split.class);
    for (var pair : pairs) {
      var split = pair.split();
      var passage = pair.chunkId().toString();
      if (pair.status() != ReviewStatus.ACCEPTED || split == null || !corpus.containsKey(passage)) {
        continue;
      }
      var query = pair.queryId().toString();
      queries.put(query, pair.question());
      judged
          .computeIfAbsent(split, _ -> new LinkedHashMap<>())
          .computeIfAbsent(query, _ -> new LinkedHashMap<>())
          .put(passage, pair.relevance());
      if (pair.relevance() > 0) {
        rows.add(row(pair, split));
      }
    }
    var evaluation = new EnumMap<Split, RetrievalSet>(Split.class);
    judged.forEach((split, qrels) ->
        evaluation.put(split, new RetrievalSet(corpus, some(queries, qrels), qrels)));
    return new TrainingData(Shape.PAIRS, corpus, queries, rows, evaluation);
  }

  private static Row row(PairRow pair, Split split) {
    return new dev.retune.dataset.PairRow(
        pair.queryId().toString(),
        pair.chunkId().toString(),
        pair.relevance(),
        split,
        new dev.retune.dataset.Origin(pair.documentId().toString(), pair.chunkId().toString()));
  }

  private static Map<String, String> some(Map<String, String> queries, Map<String, ?> qrels) {
    var some = new LinkedHashMap<String, String>();
    for (var query : qrels.keySet()) {
      some.put(query, queries.getOrDefault(query, ""));
    }
    return some;
  }
}
