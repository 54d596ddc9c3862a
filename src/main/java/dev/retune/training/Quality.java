package dev.retune.training;

import dev.retune.dataset.RetrievalSet;
import dev.retune.encoder.Embedder;
import dev.retune.retrieval.Bm25Searcher;
import dev.retune.retrieval.Evaluation;
import dev.retune.retrieval.EvaluationOptions;
import dev.retune.retrieval.HybridSearcher;
import dev.retune.retrieval.PassageVectors;
import dev.retune.retrieval.RetrievalEvaluator;
import dev.retune.retrieval.RetrievalSettings;
import dev.retune.retrieval.Searcher;
import dev.retune.retrieval.VectorSearcher;
import dev.retune.task.Progress;
import java.util.List;
import java.util.Map;

/// Measures retrieval on one split with sentence-transformers' definitions.
///
/// @param settings how passages are scored
/// @param dimensions lengths at which cut vectors are measured as well
record Quality(RetrievalSet set, RetrievalSettings settings, List<Integer> dimensions) {

  /// The model alone, by windows where the settings ask for them; and joined with BM25 where they
  /// ask for that.
  ///
  /// @throws java.util.concurrent.CancellationException if the person asked to stop
  StoredEvaluation of(Embedder embedder, Progress progress) {
    var begin = System.nanoTime();
    var corpus = set.corpus();
    var vectors = PassageVectors.of(embedder, corpus.values(), settings.windows(), progress);
    try (var searcher = new VectorSearcher(embedder, corpus, vectors)) {
      var whole = measure(searcher, progress);
      var cut =
          RetrievalEvaluator.truncated(
              searcher, set, dimensions, EvaluationOptions.STANDARD, progress);
      var model = StoredEvaluation.of(whole, seconds(begin), cut);
      var weight = settings.hybridWeight();
      if (weight == null) {
        return model;
      }
      try (var words = new Bm25Searcher(corpus);
          var hybrid = new HybridSearcher(searcher, words, weight)) {
        var start = System.nanoTime();
        var both = measure(hybrid, progress);
        return model.joined(StoredEvaluation.of(both, seconds(start), Map.of()));
      }
    }
  }

  StoredEvaluation ofBm25(Progress progress) {
    var begin = System.nanoTime();
    try (var searcher = new Bm25Searcher(set.corpus())) {
      return StoredEvaluation.of(measure(searcher, progress), seconds(begin), Map.of());
    }
  }

  private Evaluation measure(Searcher searcher, Progress progress) {
    return RetrievalEvaluator.evaluate(searcher, set, EvaluationOptions.STANDARD, progress);
  }

  private static double seconds(long begin) {
    return (System.nanoTime() - begin) / 1e9;
  }
}
