package dev.retune.dataset;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/// Joins one retrieval set per split into training data without losing or mixing up an id.
final class PairMerge {
  private final Map<String, String> corpus = new LinkedHashMap<>();
  private final Map<String, String> queries = new LinkedHashMap<>();
  private final ArrayList<Row> rows = new ArrayList<>();
  private final Map<Split, RetrievalSet> evaluation = new EnumMap<>(Split.class);

  private PairMerge() {}

  static TrainingData merge(Map<Split, RetrievalSet> sets) {
    var merge = new PairMerge();
    new EnumMap<>(sets).forEach(merge::add);
    return new TrainingData(Shape.PAIRS, merge.corpus, merge.queries, merge.rows, merge.evaluation);
  }

  static TrainingData merge(TrainingRows train, Map<Split, RetrievalSet> sets) {
    var merge = new PairMerge();
    merge.corpus.putAll(train.corpus());
    merge.queries.putAll(train.queries());
    new EnumMap<>(sets).forEach(merge::add);
    return new TrainingData(
        train.shape(), merge.corpus, merge.queries, train.rows(), merge.evaluation);
  }

  private void add(Split split, RetrievalSet set) {
    var clash = clashes(corpus, set.corpus()) || clashes(queries, set.queries());
    var named = clash ? renamed(set, split.id() + "/") : set;
    corpus.putAll(named.corpus());
    queries.putAll(named.queries());
    named
        .qrels()
        .forEach((query, judged) ->
            judged.forEach((passage, relevance) -> {
              if (relevance > 0) {
                rows.add(new PairRow(query, passage, relevance, split, null));
              }
            }));
    evaluation.put(split, named);
  }

  private static boolean clashes(Map<String, String> known, Map<String, String> added) {
    return added.entrySet().stream()
        .anyMatch(entry ->
            !known.getOrDefault(entry.getKey(), entry.getValue()).equals(entry.getValue()));
  }

  private static RetrievalSet renamed(RetrievalSet set, String prefix) {
    var qrels = new LinkedHashMap<String, Map<String, Double>>();
    set.qrels().forEach((query, judged) -> qrels.put(prefix + query, prefixed(judged, prefix)));
    return new RetrievalSet(prefixed(set.corpus(), prefix), prefixed(set.queries(), prefix), qrels);
  }

  private static <T> Map<String, T> prefixed(Map<String, T> map, String prefix) {
    var renamed = new LinkedHashMap<String, T>();
    map.forEach((id, value) -> renamed.put(prefix + id, value));
    return renamed;
  }
}
