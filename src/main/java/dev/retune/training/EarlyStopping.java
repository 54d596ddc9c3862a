package dev.retune.training;

/// When a run ends before its last step, as transformers' `EarlyStoppingCallback`.
///
/// @param patience so many evaluations in a row without a better score; 0: never
/// @param threshold by how much a score has to be better to count
public record EarlyStopping(int patience, double threshold) {

  /// To the last step.
  public static final EarlyStopping NEVER = new EarlyStopping(0, 0);
}
