package dev.retune.training;

import dev.retune.dataset.RetrievalSet;

/// What a training will take, from how fast this machine was in the trial.
final class Forecast {
  private Forecast() {}

  /// @param embedded tokens a second that the base model embeds
  static PreflightReport.Expected of(
      RunInputs inputs, TokenLoad load, double embedded, Trial trial, long memoryMb) {
    var steps = inputs.plan().totalSteps();
    var evaluations = inputs.settings().evaluation().steps(inputs.plan(), load).size();
    double training;
    double measuring;
    if (inputs.settings().method().adapts()) {
      // Every text is embedded once; what follows are small matrices.
      training = steps * inputs.plan().batchesPerStep() * trial.secondsPerStep();
      measuring = seconds(load.evaluation() + trained(inputs, load), embedded);
    } else {
      training = seconds(steps * load.step(), trial.tokensPerSecond());
      measuring = seconds((evaluations + 1) * load.evaluation(), embedded);
    }
    measuring += seconds(2 * tested(inputs, load), embedded);
    return new PreflightReport.Expected(
        steps,
        training + measuring,
        training,
        memoryMb,
        MemoryEstimate.machineMegabytes(),
        inputs.settings().method().adapts() ? 0 : trial.tokensPerSecond(),
        embedded);
  }

  private static double seconds(double tokens, double tokensPerSecond) {
    return tokensPerSecond == 0 ? 0 : tokens / tokensPerSecond;
  }

  private static double trained(RunInputs inputs, TokenLoad load) {
    var batch = load.step() / inputs.plan().batchesPerStep();
    return batch / inputs.settings().batchSize() * inputs.examples().size();
  }

  /// Tokens of the test split, as long a text as in the validation split.
  private static double tested(RunInputs inputs, TokenLoad load) {
    var test = inputs.test();
    return test == null
        ? 0
        : load.evaluation() * texts(test) / Math.max(1, texts(inputs.validation()));
  }

  private static double texts(RetrievalSet set) {
    return set.corpus().size() + set.queries().size() / 10.0;
  }
}
