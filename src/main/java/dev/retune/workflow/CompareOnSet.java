package dev.retune.workflow;

import dev.retune.dataset.RetrievalSet;
import dev.retune.encoder.EmbedOptions;
import dev.retune.retrieval.Bm25Searcher;
import dev.retune.retrieval.Comparison;
import dev.retune.retrieval.Evaluation;
import dev.retune.retrieval.EvaluationOptions;
import dev.retune.retrieval.RetrievalEvaluator;
import dev.retune.task.Progress;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Compares two models and BM25 on a retrieval set, without a project.
public final class CompareOnSet {
  private static final long SEED = 42;

  private final Workbench workbench;

  public CompareOnSet(Workbench workbench) {
    this.workbench = workbench;
  }

  /// What was measured, by kind of scoring.
  ///
  /// @param baseWeight of BM25 in the base model's hybrid scores; null without them
  /// @param tunedWeight of BM25 in the tuned model's hybrid scores; null without them
  public record Result(
      Map<Scoring.Kind, Comparison> comparisons,
      @Nullable Double baseWeight,
      @Nullable Double tunedWeight) {

    /// @throws IllegalArgumentException if that kind was not asked for
    public Comparison by(Scoring.Kind kind) {
      var comparison = comparisons.get(kind);
      if (comparison == null) {
        throw new IllegalArgumentException("not asked for: " + kind);
      }
      return comparison;
    }
  }

  /// @param base id or folder
  /// @param tuned id or folder
  /// @param validation what a weight of BM25 is chosen on, for each model its own; null if there is
  ///   no such split
  /// @throws dev.retune.text.ProblemException if a model cannot be opened or given these windows,
  ///   the set has no question with an answer, or a weight is to be chosen and there are no
  ///   validation questions apart from the set's
  /// @throws java.util.concurrent.CancellationException if cancelled
  public Result run(
      String base,
      String tuned,
      RetrievalSet set,
      Scoring scoring,
      @Nullable RetrievalSet validation,
      Progress progress) {
    var apart = WeightQuestions.of(scoring, validation, set);
    try (var bm25 = new Bm25Searcher(set.corpus())) {
      var before = measure(base, set, scoring, bm25, apart, progress);
      var after = measure(tuned, set, scoring, bm25, apart, progress);
      var words = RetrievalEvaluator.evaluate(bm25, set, EvaluationOptions.STANDARD, progress);
      var comparisons = new EnumMap<Scoring.Kind, Comparison>(Scoring.Kind.class);
      for (var kind : scoring.kinds()) {
        comparisons.put(kind, Comparison.of(set, before.by(kind), after.by(kind), words, SEED));
      }
      return new Result(comparisons, before.weight(), after.weight());
    }
  }

  /// One model's evaluations.
  private record Measured(Map<Scoring.Kind, Evaluation> evaluations, @Nullable Double weight) {
    Evaluation by(Scoring.Kind kind) {
      return Objects.requireNonNull(evaluations.get(kind));
    }
  }

  private Measured measure(
      String model,
      RetrievalSet set,
      Scoring scoring,
      Bm25Searcher bm25,
      @Nullable RetrievalSet validation,
      Progress progress) {
    var entry = workbench.models().ensure(model, progress);
    try (var embedder = workbench.open(entry, EmbedOptions.defaults());
        var searchers =
            new ModelSearchers(embedder, scoring, null)
                .over(set.corpus(), bm25, validation, progress)) {
      return new Measured(
          searchers.evaluate(set, EvaluationOptions.STANDARD, progress), searchers.weight());
    }
  }
}
