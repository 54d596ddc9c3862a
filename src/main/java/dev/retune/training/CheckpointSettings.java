package dev.retune.training;

/// How often the run can be taken up again, and how many such places are kept.
///
/// @param everySteps steps between checkpoints; 0: at each evaluation
/// @param keep how many of the latest stay on disk (the best one stays besides); if more than one,
///   their weights stay after the end as well
public record CheckpointSettings(int everySteps, int keep) {

  public static final CheckpointSettings DEFAULT = new CheckpointSettings(0, 1);
}
