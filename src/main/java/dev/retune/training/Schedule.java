package dev.retune.training;

/// The learning rate of each step: linear warm-up from zero, then what [Kind] says, as
/// transformers' `get_linear_schedule_with_warmup`, `get_cosine_schedule_with_warmup` and
/// `get_constant_schedule_with_warmup`.
///
/// @param kind what follows the warm-up
/// @param peak the highest rate
/// @param warmupSteps steps of the rise
/// @param totalSteps steps of the run
public record Schedule(Kind kind, double peak, int warmupSteps, int totalSteps) {

  /// What follows the warm-up.
  public enum Kind {
    /// Linear decay to zero.
    LINEAR,
    /// Half a cosine wave to zero.
    COSINE,
    /// The peak to the end.
    CONSTANT
  }

  /// The warm-up as a share of all steps, rounded up as transformers does.
  static Schedule of(TrainingSettings settings, int totalSteps) {
    var warmup = (int) Math.ceil(totalSteps * settings.warmupRatio());
    return new Schedule(settings.schedule(), settings.learningRate(), warmup, totalSteps);
  }

  /// The rate of the update that ends step `step`, which counts from 1. The very first update of a
  /// run with warm-up has rate 0, as in transformers.
  double rate(int step) {
    var done = step - 1;
    if (done < warmupSteps) {
      return peak * done / Math.max(1, warmupSteps);
    }
    var left = (double) Math.max(0, totalSteps - done) / Math.max(1, totalSteps - warmupSteps);
    return switch (kind) {
      case LINEAR -> peak * left;
      case COSINE -> peak * (1 + Math.cos(Math.PI * (1 - left))) / 2;
      case CONSTANT -> peak;
    };
  }
}
