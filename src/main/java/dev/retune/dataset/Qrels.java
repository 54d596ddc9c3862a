package dev.retune.dataset;

import dev.retune.text.Problem;
import java.util.Map;

/// Rules that every set of judgements obeys.
final class Qrels {
  private Qrels() {}

  static boolean anyRelevant(Map<String, Double> judged) {
    return judged.values().stream().anyMatch(relevance -> relevance > 0);
  }

  static void check(
      Map<String, String> corpus,
      Map<String, String> queries,
      Map<String, Map<String, Double>> qrels) {
    qrels.forEach((query, judged) -> {
      if (!queries.containsKey(query)) {
        throw Problem.of(Qrels.class, "unknownQuery", query).exception();
      }
      judged.forEach((passage, relevance) -> {
        if (!corpus.containsKey(passage)) {
          throw Problem.of(Qrels.class, "unknownPassage", passage, query).exception();
        }
        if (!Double.isFinite(relevance)) {
          throw Problem.of(Qrels.class, "relevance", String.valueOf(relevance), query).exception();
        }
      });
    });
  }
}
