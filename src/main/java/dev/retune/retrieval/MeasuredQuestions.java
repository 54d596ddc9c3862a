package dev.retune.retrieval;

import dev.retune.dataset.RetrievalSet;
import dev.retune.text.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The queries of a set that have a relevant passage; only these can be measured.
///
/// @param set where they come from
/// @param ids in the order of the set
/// @param texts in the same order
record MeasuredQuestions(RetrievalSet set, List<String> ids, List<String> texts) {

  /// @throws dev.retune.text.ProblemException if no query has a relevant passage
  static MeasuredQuestions of(RetrievalSet set) {
    var ids = new ArrayList<String>();
    var texts = new ArrayList<String>();
    set.queries()
        .forEach((id, text) -> {
          if (set.relevant(id)) {
            ids.add(id);
            texts.add(text);
          }
        });
    if (ids.isEmpty()) {
      throw Problem.of(RetrievalEvaluator.class, "nothingToMeasure").exception();
    }
    return new MeasuredQuestions(set, ids, texts);
  }

  /// Measures what a searcher found.
  ///
  /// @param name of the searcher
  /// @param found hits of each query, best first, as deep as the largest cutoff
  Evaluation measure(String name, List<List<Hit>> found, EvaluationOptions options) {
    var perQuery = new LinkedHashMap<String, Map<String, Double>>();
    var rankings = new LinkedHashMap<String, List<Hit>>();
    for (int i = 0; i < ids.size(); i++) {
      var hits = found.get(i);
      var ranking = hits.stream().map(Hit::passageId).toList();
      rankings.put(ids.get(i), hits);
      perQuery.put(
          ids.get(i), Metrics.of(ranking, set.qrels().getOrDefault(ids.get(i), Map.of()), options));
    }
    return new Evaluation(name, means(perQuery), perQuery, rankings);
  }

  private static Map<String, Double> means(Map<String, Map<String, Double>> perQuery) {
    var sums = new LinkedHashMap<String, Double>();
    perQuery
        .values()
        .forEach(values -> values.forEach((name, value) -> sums.merge(name, value, Double::sum)));
    sums.replaceAll((_, sum) -> sum / perQuery.size());
    return sums;
  }
}
