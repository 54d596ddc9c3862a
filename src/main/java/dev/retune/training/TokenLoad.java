package dev.retune.training;

import dev.retune.dataset.RetrievalSet;
import dev.retune.encoder.Embedder;
import dev.retune.encoder.InputType;
import dev.retune.encoder.Windows;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// How much there is to compute, in tokens.
///
/// @param truncatedQueries share of validation queries beyond the model's limit
/// @param truncatedPassages share of validation passages beyond the model's limit; 0 where the run
///   reads windows
/// @param evaluation tokens of one evaluation
/// @param step tokens of a mean training step
record TokenLoad(
    double truncatedQueries, double truncatedPassages, double evaluation, double step) {

  /// A token costs about three times as much in training (forward, and twice as much backward).
  private static final double TRAINING_COST = 3;

  /// At most this share of the time goes into evaluations.
  private static final double EVALUATION_SHARE = .2;

  static TokenLoad of(RunInputs inputs, Embedder embedder) {
    var set = inputs.validation();
    var queries = embedder.tokenCounts(new ArrayList<>(set.queries().values()), InputType.QUERY);
    var passages = embedder.tokenCounts(new ArrayList<>(set.corpus().values()), InputType.PASSAGE);
    var windows = inputs.settings().retrieval().windows();
    var limit = windows == null ? inputs.maxPassageTokens() : windows.size();
    var trained =
        capped(trained(inputs, embedder, InputType.QUERY), inputs.maxQueryTokens())
            + capped(trained(inputs, embedder, InputType.PASSAGE), limit);
    return new TokenLoad(
        share(queries, embedder.maxTokens()),
        windows == null ? share(passages, embedder.maxTokens()) : 0,
        capped(queries, embedder.maxTokens())
            + (windows == null
                ? capped(passages, embedder.maxTokens())
                : inWindows(passages, windows, embedder)),
        inputs.plan().batchesPerStep()
            * (trained * inputs.settings().batchSize() / inputs.examples().size()));
  }

  private static int[] trained(RunInputs inputs, Embedder embedder, InputType side) {
    // Adapters have every text embedded once, whatever a step learns from.
    var settings = inputs.settings();
    var most = settings.method().adapts() ? 0 : settings.negatives().atMost();
    var negatives = new Negatives(new NegativeSettings(most, false));
    var texts =
        inputs.examples().stream()
            .map(example -> negatives.of(example, 0))
            .flatMap(example -> example.texts().stream())
            .filter(key -> key.side() == side)
            .map(inputs::plain)
            .toList();
    return embedder.tokenCounts(texts, side);
  }

  static double share(RetrievalSet set, Embedder embedder, InputType type) {
    var texts = type == InputType.QUERY ? set.queries() : set.corpus();
    return share(embedder.tokenCounts(new ArrayList<>(texts.values()), type), embedder.maxTokens());
  }

  private static double share(int[] counts, int limit) {
    return IntStream.of(counts).filter(count -> count > limit).count()
        / (double) Math.max(1, counts.length);
  }

  /// @param counts of passages with prompt and special tokens
  private static double inWindows(int[] counts, Windows windows, Embedder embedder) {
    var around = embedder.tokenCounts(List.of(""), InputType.PASSAGE)[0];
    return IntStream.of(counts)
        .mapToDouble(count -> windows.load(Math.max(0, count - around), around))
        .sum();
  }

  private static double capped(int[] counts, int limit) {
    return IntStream.of(counts).mapToDouble(count -> Math.min(count, limit)).sum();
  }

  /// Steps between evaluations where the person did not choose: about ten evaluations a run, fewer
  /// where they would take more than a fifth of the time. A function of the data alone, so that a
  /// resumed run keeps it.
  int evaluationEvery(int totalSteps) {
    var affordable = evaluation / TRAINING_COST / EVALUATION_SHARE / Math.max(1, step);
    var steps = Math.max(totalSteps / 10.0, affordable);
    return Math.clamp((long) Math.ceil(steps), 1, Math.max(1, totalSteps));
  }
}
