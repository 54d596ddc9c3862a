package dev.retune.training;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `position.json` of a checkpoint: where the run was.
///
/// @param step updates made
/// @param best the best evaluation so far; null before the first
/// @param waited evaluations in a row that were no better
/// @param seconds wall clock spent by all attempts so far
/// @param microBatchTokens what passed through at once after memory did not suffice; 0 if it did
/// @param layerwise whether only what each layer was given was kept after that did not suffice
/// @param lossScale of a training in float16; null in other precisions
/// @param sha256 of the files beside it, by name
record Position(
    int schemaVersion,
    int step,
    @Nullable Best best,
    int waited,
    double seconds,
    int microBatchTokens,
    boolean layerwise,
    LossScale.@Nullable State lossScale,
    Map<String, String> sha256) {

  static final int SCHEMA = 1;

  /// The step with the best score, and that score.
  record Best(int step, double score) {}
}
