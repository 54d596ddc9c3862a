package dev.retune.retrieval;

import dev.retune.dataset.RetrievalSet;
import dev.retune.task.Progress;

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
}
