package dev.retune.training;

/// When the validation questions are asked in mid-training.
///
/// @param everySteps steps between evaluations; 0: about ten times a run
/// @param metric what "best" means: a metric key such as `ndcg@10`
public record EvaluationSettings(int everySteps, String metric) {

  public static final EvaluationSettings DEFAULT = new EvaluationSettings(0, "ndcg@10");
}
