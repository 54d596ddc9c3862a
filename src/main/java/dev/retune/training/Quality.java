package dev.retune.training;

import dev.retune.dataset.RetrievalSet;
import dev.retune.encoder.Embedder;
import dev.retune.retrieval.Bm25Searcher;
import dev.retune.retrieval.EvaluationOptions;
import dev.retune.retrieval.HybridSearcher;
import dev.retune.retrieval.PassageVectors;
import dev.retune.retrieval.RetrievalEvaluator;
import dev.retune.retrieval.RetrievalSettings;
import dev.retune.retrieval.Searcher;
import dev.retune.retrieval.VectorSearcher;
import dev.retune.task.Progress;

/// Measures retrieval on one split with sentence-transformers' definitions.
///
/// @param settings how passages are scored
record Quality(RetrievalSet set, RetrievalSettings settings) {

  /// The model alone, by windows where the settings ask for them; and joined with BM25 where they
  /// ask for that.
  ///
  /// @throws java.util.concurrent.CancellationException if the person asked to stop
  StoredEvaluation of(Embedder embedder, Progress progress) {
    var begin = System.nanoTime();
    var corpus = set.corpus();
    var vectors = PassageVectors.of(embedder, corpus.values(), settings.windows(), progress);
    try (var searcher = new VectorSearcher(embedder, corpus, vectors)) {
      var model = measure(searcher, begin, progress);
      var weight = settings.hybridWeight();
      if (weight == null) {
        return model;
      }
      try (var words = new Bm25Searcher(corpus);
          var hybrid = new HybridSearcher(searcher, words, weight)) {
        return model.joined(measure(hybrid, System.nanoTime(), progress));
      }
    }
  }

  StoredEvaluation ofBm25(Progress progress) {
    var begin = System.nanoTime();
    try (var searcher = new Bm25Searcher(set.corpus())) {
      return measure(searcher, begin, progress);
    }
  }

  private StoredEvaluation measure(Searcher searcher, long begin, Progress progress) {
    var evaluation =
        RetrievalEvaluator.evaluate(searcher, set, EvaluationOptions.STANDARD, progress);
    return StoredEvaluation.of(evaluation, (System.nanoTime() - begin) / 1e9);
  }
}
