package dev.retune.training;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.retune.text.Problem;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One line of `events.jsonl`. Steps count from 1; step 0 is the untrained base model.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = RunEvent.Started.class, name = "started"),
  @JsonSubTypes.Type(value = RunEvent.Preflight.class, name = "preflight"),
  @JsonSubTypes.Type(value = RunEvent.Step.class, name = "step"),
  @JsonSubTypes.Type(value = RunEvent.Evaluated.class, name = "evaluation"),
  @JsonSubTypes.Type(value = RunEvent.CheckpointSaved.class, name = "checkpoint"),
  @JsonSubTypes.Type(value = RunEvent.Warned.class, name = "warning"),
  @JsonSubTypes.Type(value = RunEvent.Paused.class, name = "paused"),
  @JsonSubTypes.Type(value = RunEvent.Resumed.class, name = "resumed"),
  @JsonSubTypes.Type(value = RunEvent.Stopped.class, name = "stopped"),
  @JsonSubTypes.Type(value = RunEvent.Finished.class, name = "finished"),
  @JsonSubTypes.Type(value = RunEvent.Failed.class, name = "failed"),
})
public sealed interface RunEvent {

  /// Which worker of this run wrote it: 1 for the first, one more after each resume.
  int attempt();

  Instant time();

  /// A worker took the run up.
  ///
  /// @param schemaVersion of the event lines that follow
  /// @param step the step it goes on from; 0: from the start
  /// @param totalSteps how many steps the run has
  record Started(
      int attempt,
      Instant time,
      int schemaVersion,
      long pid,
      String programVersion,
      String device,
      int threads,
      int step,
      int totalSteps)
      implements RunEvent {}

  /// What the data is.
  ///
  /// @param truncatedQueries share of validation queries longer than the limit, 0 to 1
  /// @param truncatedPassages share of passages longer than the limit, 0 to 1
  record Preflight(
      int attempt,
      Instant time,
      int pairs,
      int passages,
      int validationQueries,
      int testQueries,
      int stepsPerEpoch,
      int totalSteps,
      double truncatedQueries,
      double truncatedPassages)
      implements RunEvent {}

  /// One optimiser step.
  ///
  /// @param epoch passes done, with fraction
  /// @param gradientNorm global norm before clipping
  /// @param tokensPerSecond of the texts, special tokens included
  /// @param secondsPerStep running median
  /// @param secondsLeft estimate to the end of the run, evaluations included
  record Step(
      int attempt,
      Instant time,
      int step,
      int totalSteps,
      double epoch,
      double loss,
      double learningRate,
      double gradientNorm,
      double tokensPerSecond,
      double secondsPerStep,
      double secondsLeft)
      implements RunEvent {}

  /// Who was measured.
  enum Subject {
    BASE,
    BM25,
    TUNED
  }

  /// Retrieval quality on a split.
  ///
  /// @param split `validation` or `test`
  /// @param metrics all metrics by key, such as `ndcg@10`
  /// @param score the metric that decides what is best
  /// @param best whether this is the best tuned model so far
  /// @param hybrid all metrics of the model joined with BM25; null if not asked for
  /// @param dimensions all metrics of vectors cut to each of these lengths; null where not asked
  ///   for
  record Evaluated(
      int attempt,
      Instant time,
      int step,
      Subject subject,
      String split,
      Map<String, Double> metrics,
      double score,
      boolean best,
      double seconds,
      @Nullable Map<String, Double> hybrid,
      @Nullable Map<Integer, Map<String, Double>> dimensions)
      implements RunEvent {}

  /// A place to go on from stands on disk.
  record CheckpointSaved(int attempt, Instant time, int step, String folder) implements RunEvent {}

  /// Something a person should know; the run goes on.
  record Warned(int attempt, Instant time, int step, Problem problem) implements RunEvent {}

  record Paused(int attempt, Instant time, int step) implements RunEvent {}

  record Resumed(int attempt, Instant time, int step) implements RunEvent {}

  /// Ended early because the person asked; `model/` and `report.json` stand.
  record Stopped(int attempt, Instant time, int step, int bestStep) implements RunEvent {}

  /// Came to its end; `model/` and `report.json` stand.
  record Finished(int attempt, Instant time, int step, int bestStep, double seconds)
      implements RunEvent {}

  /// Ended with an error; what was good is kept.
  record Failed(int attempt, Instant time, int step, Problem problem) implements RunEvent {}
}
