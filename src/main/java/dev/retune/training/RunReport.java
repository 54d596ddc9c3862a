package dev.retune.training;

import dev.retune.retrieval.Interval;
import dev.retune.retrieval.RetrievalSettings;
import dev.retune.retrieval.Verdict;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `report.json`: what the run brought, said honestly.
///
/// @param schemaVersion of this file
/// @param run name of the run folder
/// @param model name of the base model
/// @param metric the metric that chose the best step
/// @param verdict on the test split where it was evaluated, else on validation
/// @param steps optimiser steps done
/// @param bestStep the step whose weights were kept; 0: no step was better than the base
/// @param stopped whether the person ended it early
/// @param seconds wall clock of all attempts
/// @param secondsPerStep median of the training steps
/// @param peakMemoryMb resident peak of the worker in MiB; 0 where unknown
/// @param validation figures on the validation split, which also chose the best step
/// @param test figures on the test split, evaluated once at the end
/// @param retrieval how passages were scored
/// @param forgetting figures on general questions; null if they were not asked
public record RunReport(
    int schemaVersion,
    String run,
    String model,
    String metric,
    Verdict verdict,
    int steps,
    int bestStep,
    boolean stopped,
    double seconds,
    double secondsPerStep,
    long peakMemoryMb,
    Result validation,
    @Nullable Result test,
    RetrievalSettings retrieval,
    @Nullable Forgetting forgetting) {

  public RunReport {
    // Reports written before passages could have windows say nothing of them.
    retrieval = retrieval == null ? RetrievalSettings.PLAIN : retrieval;
  }

  public static final int SCHEMA = 1;

  /// Base and tuned model joined with BM25.
  ///
  /// @param overBase tuned minus base by metric
  /// @param overTuned the tuned model joined with BM25 minus alone, by metric
  public record Hybrid(
      Map<String, Double> base,
      Map<String, Double> tuned,
      Map<String, Interval> overBase,
      Map<String, Interval> overTuned) {}

  /// Base and tuned by metric, with vectors of one length.
  public record Cut(Map<String, Double> base, Map<String, Double> tuned) {}

  /// Base, tuned and BM25 on the same questions and passages.
  ///
  /// @param truncatedQueries share of queries beyond the model's limit
  /// @param truncatedPassages share of passages beyond the model's limit; 0 where it reads windows
  /// @param overBase tuned minus base by metric
  /// @param overBm25 tuned minus BM25 by metric
  /// @param hybrid null if not asked for
  /// @param dimensions base and tuned with vectors cut to each of these lengths; null where not
  ///   asked for
  public record Result(
      int corpus,
      int queries,
      double truncatedQueries,
      double truncatedPassages,
      Map<String, Double> base,
      Map<String, Double> tuned,
      Map<String, Double> bm25,
      Map<String, Interval> overBase,
      Map<String, Interval> overBm25,
      @Nullable Hybrid hybrid,
      @Nullable Map<Integer, Cut> dimensions) {

    /// Whether plain BM25 does better on `metric`, which is then to be said.
    public boolean losesToBm25(String metric) {
      return tuned.getOrDefault(metric, 0.0) < bm25.getOrDefault(metric, 0.0);
    }
  }
}
