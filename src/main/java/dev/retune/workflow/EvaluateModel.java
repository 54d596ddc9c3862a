package dev.retune.workflow;

import dev.retune.dataset.RetrievalSet;
import dev.retune.encoder.Dimensions;
import dev.retune.encoder.EmbedOptions;
import dev.retune.encoder.Model;
import dev.retune.encoder.Prompts;
import dev.retune.encoder.Similarity;
import dev.retune.retrieval.Bm25Searcher;
import dev.retune.retrieval.Bootstrap;
import dev.retune.retrieval.Evaluation;
import dev.retune.retrieval.EvaluationOptions;
import dev.retune.retrieval.Interval;
import dev.retune.retrieval.RetrievalEvaluator;
import dev.retune.retrieval.Truncation;
import dev.retune.task.Progress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Measures one model on one retrieval set, always beside BM25.
public final class EvaluateModel {
  private static final long SEED = 42;

  private final Workbench workbench;

  public EvaluateModel(Workbench workbench) {
    this.workbench = workbench;
  }

  /// What was measured.
  ///
  /// @param similarity what the model was measured with
  /// @param evaluation of the model, by windows where these are asked for
  /// @param plain of the model by whole passages, where windows are asked for; else null
  /// @param hybrid of the model joined with BM25; null if not asked for
  /// @param hybridWeight how much BM25 counts there; null if not asked for
  /// @param intervals 95 % interval of each of the model's metrics
  /// @param overBm25 model minus BM25, by metric
  /// @param dimensions of the model with vectors cut to these lengths, by windows where these are
  ///   asked for
  public record Report(
      String model,
      Similarity similarity,
      Evaluation evaluation,
      @Nullable Evaluation plain,
      @Nullable Evaluation hybrid,
      @Nullable Double hybridWeight,
      Evaluation bm25,
      Truncation truncation,
      Map<String, Interval> intervals,
      Map<String, Interval> overBm25,
      Map<Integer, Evaluation> dimensions) {}

  /// @param model id or folder
  /// @param queryPrompt instead of the model's own, empty for none; null for the model's own
  /// @param validation what a weight of BM25 is chosen on; null if there is no such split
  /// @param dimensions lengths at which the model is measured with cut vectors as well; empty for
  ///   none
  /// @throws dev.retune.text.ProblemException if the model cannot be opened or given these windows,
  ///   its vectors cannot be cut to one of `dimensions`, the set has no question with an answer, or
  ///   a weight is to be chosen and there are no validation questions apart from the set's
  /// @throws java.util.concurrent.CancellationException if cancelled
  public Report run(
      String model,
      RetrievalSet set,
      EmbedOptions embedding,
      @Nullable String queryPrompt,
      Scoring scoring,
      @Nullable RetrievalSet validation,
      List<Integer> dimensions,
      EvaluationOptions options,
      Progress progress) {
    var apart = WeightQuestions.of(scoring, validation, set);
    var entry = workbench.models().ensure(model, progress);
    var folder = Model.read(entry.folder());
    if (!dimensions.isEmpty()) {
      Dimensions.check(dimensions);
      Dimensions.checkWithin(dimensions, folder.dimension());
    }
    var prompts = queryPrompt == null ? null : new Prompts(queryPrompt, folder.prompts().passage());
    try (var embedder = workbench.open(entry, embedding.withPrompts(prompts));
        var bm25 = new Bm25Searcher(set.corpus());
        var searchers =
            new ModelSearchers(embedder, scoring, null).over(set.corpus(), bm25, apart, progress)) {
      var evaluations = searchers.evaluate(set, options, progress);
      var measured = Objects.requireNonNull(evaluations.get(scoring.model()));
      var words = RetrievalEvaluator.evaluate(bm25, set, options, progress);
      var intervals = new LinkedHashMap<String, Interval>();
      var overBm25 = new LinkedHashMap<String, Interval>();
      for (var metric : measured.metrics().keySet()) {
        var values = measured.values(metric);
        intervals.put(metric, Bootstrap.mean(values, Bootstrap.RESAMPLES, SEED));
        overBm25.put(
            metric, Bootstrap.paired(words.values(metric), values, Bootstrap.RESAMPLES, SEED));
      }
      var cut = Truncation.of(embedder, set);
      var windows = scoring.windows() != null;
      return new Report(
          entry.name(),
          embedder.similarity(),
          measured,
          windows ? evaluations.get(Scoring.Kind.PLAIN) : null,
          evaluations.get(Scoring.Kind.HYBRID),
          searchers.weight(),
          words,
          windows ? cut.byWindows() : cut,
          intervals,
          overBm25,
          searchers.truncated(set, dimensions, options, progress));
    }
  }
}
