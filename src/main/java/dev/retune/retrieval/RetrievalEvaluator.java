package dev.retune.retrieval;

import dev.retune.dataset.RetrievalSet;
import dev.retune.task.Progress;
import dev.retune.text.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Measures a searcher.
public final class RetrievalEvaluator {
  private RetrievalEvaluator() {}

  /// Searches every query of `set` that has a relevant passage and measures what came back.
  ///
  /// @throws dev.retune.text.ProblemException if no query has a relevant passage
  /// @throws java.util.concurrent.CancellationException if the person asked to stop
  public static Evaluation evaluate(
      Searcher searcher, RetrievalSet set, EvaluationOptions options, Progress progress) {
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
    var found = searcher.search(texts, options.depth(), progress);
    var perQuery = new LinkedHashMap<String, Map<String, Double>>();
    var rankings = new LinkedHashMap<String, List<Hit>>();
    for (int i = 0; i < ids.size(); i++) {
      var hits = found.get(i);
      var ranking = hits.stream().map(Hit::passageId).toList();
      rankings.put(ids.get(i), hits);
      perQuery.put(
          ids.get(i), Metrics.of(ranking, set.qrels().getOrDefault(ids.get(i), Map.of()), options));
    }
    return new Evaluation(searcher.name(), means(perQuery), perQuery, rankings);
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
