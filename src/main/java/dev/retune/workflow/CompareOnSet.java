package dev.retune.workflow;

import dev.retune.dataset.RetrievalSet;
import dev.retune.encoder.LocalEmbedder;
import dev.retune.encoder.ModelFolder;
import dev.retune.retrieval.Bm25Searcher;
import dev.retune.retrieval.Comparison;
import dev.retune.retrieval.Evaluation;
import dev.retune.retrieval.EvaluationOptions;
import dev.retune.retrieval.RetrievalEvaluator;
import dev.retune.retrieval.VectorSearcher;
import dev.retune.task.Progress;

/// Compares two models and BM25 on a retrieval set, without a project.
public final class CompareOnSet {
  private static final long SEED = 42;

  private final Workbench workbench;

  public CompareOnSet(Workbench workbench) {
    this.workbench = workbench;
  }

  /// @param base id or folder
  /// @param tuned id or folder
  /// @throws dev.retune.text.ProblemException if a model cannot be opened or the set has no
  ///   question with an answer
  /// @throws java.util.concurrent.CancellationException if cancelled
  public Comparison run(String base, String tuned, RetrievalSet set, Progress progress) {
    try (var bm25 = new Bm25Searcher(set.corpus())) {
      var before = evaluate(base, set, progress);
      var after = evaluate(tuned, set, progress);
      var words = RetrievalEvaluator.evaluate(bm25, set, EvaluationOptions.STANDARD, progress);
      return Comparison.of(set, before, after, words, SEED);
    }
  }

  private Evaluation evaluate(String model, RetrievalSet set, Progress progress) {
    var entry = workbench.models().ensure(model, progress);
    try (var embedder = LocalEmbedder.open(ModelFolder.read(entry.folder()));
        var searcher = new VectorSearcher(embedder, set.corpus(), progress)) {
      return RetrievalEvaluator.evaluate(searcher, set, EvaluationOptions.STANDARD, progress);
    }
  }
}
