package dev.retune.dataset;

import java.util.LinkedHashMap;
import java.util.Map;

/// Small retrieval sets for tests.
final class Sets {
  private Sets() {}

  /// Two queries of the same text over three passages, one of them with awkward characters.
  static RetrievalSet small() {
    var corpus = new LinkedHashMap<String, String>();
    corpus.put("p2", "Line one\nline \"two\"\twith a tab \u2028 and 段落 🙂");
    corpus.put("p1", "A pump moves fluid.");
    corpus.put("p0", "");
    var queries = new LinkedHashMap<String, String>();
    queries.put("q-b", "What moves fluid?");
    queries.put("q-a", "What moves fluid?");
    var qrels = new LinkedHashMap<String, Map<String, Double>>();
    qrels.put("q-b", Map.of("p1", 1.0));
    qrels.put("q-a", new LinkedHashMap<>(Map.of("p2", 1.0)));
    return new RetrievalSet(corpus, queries, qrels);
  }

  /// The same with graded relevance.
  static RetrievalSet graded() {
    var set = small();
    return new RetrievalSet(
        set.corpus(),
        set.queries(),
        Map.of("q-b", Map.of("p1", 3.0, "p2", 0.5), "q-a", Map.of("p2", 2.0, "p0", 0.0)));
  }
}
