package dev.retune.retrieval;

import dev.retune.dataset.RetrievalSet;
import dev.retune.task.Progress;
import java.util.Comparator;
import java.util.stream.IntStream;

/// A weight for [HybridSearcher], chosen on validation questions.
///
/// The questions that the result is reported on must not be among those it is chosen on: the figure
/// would no longer say what to expect of new questions.
///
/// @param weight how much BM25 counts, one of 0, 0.1, … 1
/// @param value of the metric on the validation questions with that weight
public record HybridWeight(double weight, double value) {
  private static final double[] TRIED =
      IntStream.rangeClosed(0, 10).mapToDouble(tenths -> tenths / 10.0).toArray();

  /// Tries all weights and takes the best; of equally good ones the nearest to
  /// [HybridSearcher#EQUAL], then the smaller.
  ///
  /// @param model over the corpus of `validation`, as `words`
  /// @param metric such as `ndcg@10`
  /// @throws dev.retune.text.ProblemException if no validation question has a relevant passage
  /// @throws java.util.concurrent.CancellationException if the person asked to stop
  /// @throws IllegalArgumentException if `options` do not measure `metric`
  public static HybridWeight choose(
      VectorSearcher model,
      Bm25Searcher words,
      RetrievalSet validation,
      EvaluationOptions options,
      String metric,
      Progress progress) {
    var questions = MeasuredQuestions.of(validation);
    var found =
        HybridSearcher.search(model, words, TRIED, questions.texts(), options.depth(), progress);
    return IntStream.range(0, TRIED.length)
        .mapToObj(w ->
            new HybridWeight(TRIED[w], questions.measure("", found.get(w), options).metric(metric)))
        .max(
            Comparator.comparingDouble(HybridWeight::value)
                .thenComparingDouble(tried -> -Math.abs(tried.weight() - HybridSearcher.EQUAL))
                .thenComparingDouble(tried -> -tried.weight()))
        .orElseThrow();
  }
}
