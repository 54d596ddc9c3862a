package dev.retune.training;

/// Linear warm-up from zero, then linear decay to zero, as transformers'
/// `get_linear_schedule_with_warmup`.
///
/// @param peak the highest rate
/// @param warmupSteps steps of the rise
/// @param totalSteps steps of the run
record Schedule(double peak, int warmupSteps, int totalSteps) {

  /// The warm-up as a share of all steps, rounded up as transformers does.
  static Schedule of(TrainingSettings settings, int totalSteps) {
    var warmup = (int) Math.ceil(totalSteps * settings.warmupRatio());
    return new Schedule(settings.learningRate(), warmup, totalSteps);
  }

  /// The rate of the update that ends step `step`, which counts from 1. The very first update of a
  /// run with warm-up has rate 0, as in transformers.
  double rate(int step) {
    var done = step - 1;
    if (done < warmupSteps) {
      return peak * done / Math.max(1, warmupSteps);
    }
    return peak * Math.max(0, totalSteps - done) / Math.max(1, totalSteps - warmupSteps);
  }
}
