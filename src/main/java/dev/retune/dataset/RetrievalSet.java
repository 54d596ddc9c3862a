package dev.retune.dataset;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// Passages, queries and which passages answer which query: what retrieval is measured on.
///
/// Maps keep the order they were given in and cannot be changed. Several queries may have the same
/// text; they are told apart by id.
///
/// @param corpus passage text by passage id
/// @param queries query text by query id
/// @param qrels relevance by passage id by query id; 0 or less means judged and not relevant
public record RetrievalSet(
    Map<String, String> corpus,
    Map<String, String> queries,
    Map<String, Map<String, Double>> qrels) {

  /// @throws dev.retune.text.ProblemException if a judgement names a query or passage that is not
  ///   there, or a relevance is not a finite number
  public RetrievalSet {
    corpus = Collections.unmodifiableMap(new LinkedHashMap<>(corpus));
    queries = Collections.unmodifiableMap(new LinkedHashMap<>(queries));
    var copy = new LinkedHashMap<String, Map<String, Double>>();
    qrels.forEach((query, judged) ->
        copy.put(query, Collections.unmodifiableMap(new LinkedHashMap<>(judged))));
    qrels = Collections.unmodifiableMap(copy);
    Qrels.check(corpus, queries, qrels);
  }

  /// This set without the queries that nothing is judged for; judgements in the order of the
  /// queries.
  public RetrievalSet judgedOnly() {
    var judgedQueries = new LinkedHashMap<String, String>();
    var ordered = new LinkedHashMap<String, Map<String, Double>>();
    queries.forEach((id, text) -> {
      var judged = qrels.getOrDefault(id, Map.of());
      if (!judged.isEmpty()) {
        judgedQueries.put(id, text);
        ordered.put(id, judged);
      }
    });
    return new RetrievalSet(corpus, judgedQueries, ordered);
  }

  /// Whether any passage is relevant to the query.
  public boolean relevant(String queryId) {
    return Qrels.anyRelevant(qrels.getOrDefault(queryId, Map.of()));
  }

  /// How many queries have at least one relevant passage; only these can be measured.
  public int answerable() {
    return (int) qrels.values().stream().filter(Qrels::anyRelevant).count();
  }
}
