package dev.retune.workflow;

import dev.retune.training.RunFolder;
import dev.retune.training.TrainingSettings;
import java.util.List;

/// How long a training will take on this machine: from the pace of earlier runs, or, before the
/// first, from the number of cores.
///
/// @param past ended runs, the latest first
record TimeEstimate(List<RunFolder> past) {
  /// Tokens trained a second by one core with a small model in float32; measured at 16 × 256.
  private static final double TOKENS_PER_CORE = 300;

  /// Embedding costs a third of training: no backward pass.
  private static final double EMBED_FACTOR = 3;

  private static final double QUERY_TOKENS = 24;
  private static final int EVALUATIONS = 10;

  /// @param batches to a step
  double seconds(
      TrainingSettings settings, int steps, int batches, int chunks, double chunkTokens) {
    var windows = settings.retrieval().windows();
    var passage = Math.min(limit(settings), chunkTokens + 2);
    var tokens = steps * (double) batches * settings.batchSize() * (passage + QUERY_TOKENS);
    var evaluations = Math.min(EVALUATIONS, steps) + 1;
    var read = windows == null ? chunkTokens + 2 : windows.load((int) chunkTokens, 2);
    // Windows are chosen by one more pass over the passages.
    var passes = windows == null ? evaluations : evaluations + 1;
    var embedded = passes * chunks * read / EMBED_FACTOR;
    return (tokens + embedded) / tokensPerSecond(settings, passage);
  }

  private static int limit(TrainingSettings settings) {
    var windows = settings.retrieval().windows();
    if (windows != null) {
      return windows.size();
    }
    return settings.maxPassageTokens() == 0 ? 512 : settings.maxPassageTokens();
  }

  private double tokensPerSecond(TrainingSettings settings, double passage) {
    for (var run : past) {
      var report = run.report();
      if (report.isPresent() && report.get().secondsPerStep() > 0) {
        var earlier = run.configuration().settings();
        var pairs = (double) earlier.accumulation() * earlier.batchSize();
        return pairs * (passage + QUERY_TOKENS) / report.get().secondsPerStep();
      }
    }
    var cores =
        settings.threads() == 0 ? Runtime.getRuntime().availableProcessors() : settings.threads();
    return TOKENS_PER_CORE * cores;
  }
}
