package dev.retune.workflow;

import dev.retune.dataset.RetrievalSet;
import dev.retune.retrieval.Evaluation;
import dev.retune.retrieval.EvaluationOptions;
import dev.retune.retrieval.HybridSearcher;
import dev.retune.retrieval.RetrievalEvaluator;
import dev.retune.retrieval.Searcher;
import dev.retune.retrieval.VectorSearcher;
import dev.retune.task.Progress;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One model's searchers over one corpus.
///
/// @param windows null if not asked for
/// @param hybrid null if not asked for
record ScoredSearchers(
    VectorSearcher plain, @Nullable VectorSearcher windows, @Nullable HybridSearcher hybrid)
    implements AutoCloseable {

  /// @throws IllegalArgumentException if that was not asked for
  Searcher of(Scoring.Kind kind) {
    var searcher = searcher(kind);
    if (searcher == null) {
      throw new IllegalArgumentException("not asked for: " + kind);
    }
    return searcher;
  }

  private @Nullable Searcher searcher(Scoring.Kind kind) {
    return switch (kind) {
      case PLAIN -> plain;
      case WINDOWS -> windows;
      case HYBRID -> hybrid;
    };
  }

  /// Measures each of them on `set`.
  ///
  /// @throws dev.retune.text.ProblemException if no query of the set has a relevant passage
  /// @throws java.util.concurrent.CancellationException if cancelled
  Map<Scoring.Kind, Evaluation> evaluate(
      RetrievalSet set, EvaluationOptions options, Progress progress) {
    var evaluations = new EnumMap<Scoring.Kind, Evaluation>(Scoring.Kind.class);
    for (var kind : Scoring.Kind.values()) {
      var searcher = searcher(kind);
      if (searcher != null) {
        evaluations.put(kind, RetrievalEvaluator.evaluate(searcher, set, options, progress));
      }
    }
    return evaluations;
  }

  /// Measures the model, by windows where these are asked for, with vectors cut to `dimensions`.
  ///
  /// @throws dev.retune.text.ProblemException if no query of the set has a relevant passage
  /// @throws java.util.concurrent.CancellationException if cancelled
  Map<Integer, Evaluation> truncated(
      RetrievalSet set, List<Integer> dimensions, EvaluationOptions options, Progress progress) {
    var model = windows == null ? plain : windows;
    return RetrievalEvaluator.truncated(model, set, dimensions, options, progress);
  }

  /// How much BM25 counts; null without hybrid scoring.
  @Nullable Double weight() {
    return hybrid == null ? null : Double.valueOf(hybrid.weight());
  }

  @Override
  public void close() {
    if (hybrid != null) {
      hybrid.close();
    }
    if (windows != null) {
      windows.close();
    }
    plain.close();
  }
}
