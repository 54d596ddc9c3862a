package dev.retune.training;

import dev.retune.text.Problem;

/// Puts what happens in a run into events.
record Narrator(RunInputs inputs, RunJournal journal) {

  void preflight(TokenLoad load) {
    var test = inputs.test();
    var plan = inputs.plan();
    journal.write((attempt, now) ->
        new RunEvent.Preflight(
            attempt,
            now,
            inputs.examples().size(),
            (int) inputs.examples().stream().map(Example::second).distinct().count(),
            inputs.validation().answerable(),
            test == null ? 0 : test.answerable(),
            plan.stepsPerEpoch(),
            plan.totalSteps(),
            load.truncatedQueries(),
            load.truncatedPassages()));
  }

  void warning(int step, Problem problem) {
    journal.warn(step, problem);
  }

  /// @param seconds that the step took
  /// @param evaluationsLeft to the end of the run
  void step(
      int step,
      TrainingStep.Result result,
      double rate,
      double seconds,
      Pace pace,
      int evaluationsLeft) {
    var total = inputs.plan().totalSteps();
    journal.write((attempt, now) ->
        new RunEvent.Step(
            attempt,
            now,
            step,
            total,
            inputs.plan().epoch(step),
            result.loss(),
            rate,
            result.gradientNorm(),
            result.tokens() / seconds,
            pace.current(),
            pace.secondsLeft(total - step, evaluationsLeft)));
  }

  /// @param best whether this is the best tuned model so far
  void evaluation(
      RunEvent.Subject subject, int step, String split, StoredEvaluation evaluation, boolean best) {
    journal.write((attempt, now) ->
        new RunEvent.Evaluated(
            attempt,
            now,
            step,
            subject,
            split,
            evaluation.metrics(),
            evaluation.score(inputs.settings().evaluation().metric()),
            best,
            evaluation.seconds(),
            evaluation.hybridMetrics(),
            evaluation.dimensions()));
  }

  void checkpoint(int step, String folder) {
    journal.write((attempt, now) -> new RunEvent.CheckpointSaved(attempt, now, step, folder));
  }

  void paused(int step) {
    journal.write((attempt, now) -> new RunEvent.Paused(attempt, now, step));
  }

  void resumed(int step) {
    journal.write((attempt, now) -> new RunEvent.Resumed(attempt, now, step));
  }
}
