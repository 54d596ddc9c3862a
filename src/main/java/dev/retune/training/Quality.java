package dev.retune.training;

import dev.retune.dataset.RetrievalSet;
import dev.retune.encoder.Embedder;
import dev.retune.retrieval.Bm25Searcher;
import dev.retune.retrieval.EvaluationOptions;
import dev.retune.retrieval.RetrievalEvaluator;
import dev.retune.retrieval.Searcher;
import dev.retune.retrieval.VectorSearcher;
import dev.retune.task.Progress;

/// Measures retrieval on one split with sentence-transformers' definitions.
record Quality(RetrievalSet set) {

  /// @throws java.util.concurrent.CancellationException if the person asked to stop
  StoredEvaluation of(Embedder embedder, Progress progress) {
    var begin = System.nanoTime();
    try (var searcher = new VectorSearcher(embedder, set.corpus(), progress)) {
      return measure(searcher, begin, progress);
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
