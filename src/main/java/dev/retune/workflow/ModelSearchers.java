package dev.retune.workflow;

import dev.retune.dataset.RetrievalSet;
import dev.retune.encoder.Embedder;
import dev.retune.encoder.Windows;
import dev.retune.retrieval.Bm25Searcher;
import dev.retune.retrieval.EvaluationOptions;
import dev.retune.retrieval.HybridSearcher;
import dev.retune.retrieval.HybridWeight;
import dev.retune.retrieval.PassageVectors;
import dev.retune.retrieval.VectorCache;
import dev.retune.retrieval.VectorSearcher;
import dev.retune.task.Progress;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Makes a model's searchers, one for each kind of scoring asked for.
///
/// @param cache of passage vectors; null to keep none
record ModelSearchers(Embedder embedder, Scoring scoring, @Nullable VectorCache cache) {
  /// What the weight of BM25 is chosen by.
  private static final String METRIC = "ndcg@10";

  /// @param corpus passage text by passage id
  /// @param bm25 over the same corpus
  /// @param validation what [WeightQuestions] gives
  /// @throws dev.retune.text.ProblemException if the model cannot be given these windows, or the
  ///   weight of BM25 is not between 0 and 1
  /// @throws java.util.concurrent.CancellationException if cancelled
  ScoredSearchers over(
      Map<String, String> corpus,
      Bm25Searcher bm25,
      @Nullable RetrievalSet validation,
      Progress progress) {
    var plain = searcher(corpus, null, progress);
    var windows = scoring.windows();
    var windowed = windows == null ? null : searcher(corpus, windows, progress);
    var hybrid = scoring.hybrid();
    if (hybrid == null) {
      return new ScoredSearchers(plain, windowed, null);
    }
    var model = windowed == null ? plain : windowed;
    var given = hybrid.weight();
    double weight =
        given == null
            ? chosen(model, corpus, bm25, Objects.requireNonNull(validation), progress)
            : given;
    return new ScoredSearchers(plain, windowed, new HybridSearcher(model, bm25, weight));
  }

  private VectorSearcher searcher(
      Map<String, String> corpus, @Nullable Windows windows, Progress progress) {
    var vectors =
        cache == null
            ? PassageVectors.of(embedder, corpus.values(), windows, progress)
            : PassageVectors.of(embedder, corpus.values(), windows, cache, progress);
    return new VectorSearcher(embedder, corpus, vectors);
  }

  /// The weight that is best on `validation`, searched in its own corpus.
  private double chosen(
      VectorSearcher model,
      Map<String, String> corpus,
      Bm25Searcher bm25,
      RetrievalSet validation,
      Progress progress) {
    if (validation.corpus().equals(corpus)) {
      return chosen(model, bm25, validation, progress);
    }
    try (var words = new Bm25Searcher(validation.corpus());
        var own = searcher(validation.corpus(), scoring.windows(), progress)) {
      return chosen(own, words, validation, progress);
    }
  }

  private static double chosen(
      VectorSearcher model, Bm25Searcher words, RetrievalSet validation, Progress progress) {
    return HybridWeight.choose(
            model, words, validation, EvaluationOptions.STANDARD, METRIC, progress)
        .weight();
  }
}
