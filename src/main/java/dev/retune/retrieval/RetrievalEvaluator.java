package dev.retune.retrieval;

import dev.retune.dataset.RetrievalSet;
import dev.retune.task.Progress;
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
    var questions = MeasuredQuestions.of(set);
    var found = searcher.search(questions.texts(), options.depth(), progress);
    return questions.measure(searcher.name(), found, options);
  }

  /// Measures the same vectors cut to each of `dimensions`; queries are embedded once.
  ///
  /// @param dimensions at most as long as the vectors are
  /// @return by dimension, in the order given
  /// @throws dev.retune.text.ProblemException if no query has a relevant passage
  /// @throws java.util.concurrent.CancellationException if the person asked to stop
  public static Map<Integer, Evaluation> truncated(
      VectorSearcher searcher,
      RetrievalSet set,
      List<Integer> dimensions,
      EvaluationOptions options,
      Progress progress) {
    var evaluations = new LinkedHashMap<Integer, Evaluation>();
    if (dimensions.isEmpty()) {
      return evaluations;
    }
    var questions = MeasuredQuestions.of(set);
    var embedded = searcher.embed(questions.texts(), progress);
    for (int dimension : dimensions) {
      try (var cut = searcher.truncated(dimension)) {
        var found = cut.search(embedded, options.depth(), progress);
        evaluations.put(dimension, questions.measure(searcher.name(), found, options));
      }
    }
    return evaluations;
  }
}
