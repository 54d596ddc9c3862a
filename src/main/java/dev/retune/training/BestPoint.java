package dev.retune.training;

import org.jspecify.annotations.Nullable;

/// The best evaluation so far, and for how long none has been better.
final class BestPoint {
  private final EarlyStopping stopping;
  private Position.@Nullable Best best;
  private int waited;

  BestPoint(EarlyStopping stopping) {
    this.stopping = stopping;
  }

  /// Takes up where an earlier attempt stood.
  void restore(Position.@Nullable Best earlier, int evaluations) {
    best = earlier;
    waited = earlier == null ? 0 : evaluations;
  }

  /// Takes an evaluation in.
  ///
  /// @return whether it is the best
  boolean offer(int step, double score) {
    waited = best == null || score > best.score() + stopping.threshold() ? 0 : waited + 1;
    if (best != null && !(score > best.score())) {
      return false;
    }
    best = new Position.Best(step, score);
    return true;
  }

  Position.@Nullable Best best() {
    return best;
  }

  /// Evaluations in a row that were no better.
  int waited() {
    return waited;
  }

  /// Whether the score has stood still for as long as the person has patience.
  boolean standsStill() {
    return stopping.patience() > 0 && waited >= stopping.patience();
  }
}
