package dev.retune.training;

import dev.retune.text.Problem;
import java.util.NavigableSet;
import java.util.TreeSet;

/// When the validation questions are asked in mid-training.
///
/// @param everySteps steps between evaluations; 0: about ten times a run, or as [#everyEpochs] says
/// @param everyEpochs passes over the training pairs between evaluations; 0: by steps
/// @param metric what "best" means: a metric key such as `ndcg@10`
public record EvaluationSettings(int everySteps, int everyEpochs, String metric) {

  public static final EvaluationSettings DEFAULT = new EvaluationSettings(0, "ndcg@10");

  public EvaluationSettings {
    SettingsCheck.atLeast("evaluation.everySteps", everySteps, 0);
    SettingsCheck.atLeast("evaluation.everyEpochs", everyEpochs, 0);
    if (everySteps > 0 && everyEpochs > 0) {
      throw Problem.of(EvaluationSettings.class, "evaluation.both").exception();
    }
  }

  /// By steps.
  public EvaluationSettings(int everySteps, String metric) {
    this(everySteps, 0, metric);
  }

  /// By steps from now on; 0 leaves epochs as they are.
  public EvaluationSettings everySteps(int steps) {
    return new EvaluationSettings(steps, steps == 0 ? everyEpochs : 0, metric);
  }

  /// By epochs from now on; 0 leaves steps as they are.
  public EvaluationSettings everyEpochs(int epochs) {
    return new EvaluationSettings(epochs == 0 ? everySteps : 0, epochs, metric);
  }

  /// With another metric.
  public EvaluationSettings metric(String other) {
    return new EvaluationSettings(everySteps, everyEpochs, other);
  }

  /// The steps that an evaluation follows in a run of this plan, its last one among them.
  NavigableSet<Integer> steps(BatchPlan plan, TokenLoad load) {
    var total = plan.totalSteps();
    var steps = new TreeSet<Integer>();
    if (everyEpochs > 0) {
      for (var i = everyEpochs - 1; i < plan.epochEnds().size(); i += everyEpochs) {
        steps.add(Math.min(plan.epochEnds().get(i), total));
      }
    } else {
      var every = everySteps > 0 ? everySteps : load.evaluationEvery(total);
      for (var step = every; step < total; step += every) {
        steps.add(step);
      }
    }
    steps.add(total);
    return steps;
  }
}
