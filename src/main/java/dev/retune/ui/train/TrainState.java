package dev.retune.ui.train;

/// What the training screen shows.
enum TrainState {
  /// Looking at data and runs.
  LOADING,
  /// No accepted pairs and no run: first use.
  NO_PAIRS,
  /// Choosing how to train.
  PLAN,
  /// One run, alive or ended.
  RUN,
  /// Data and runs could not be read.
  FAILED
}
