package dev.retune.training;

import ai.djl.ndarray.NDManager;
import dev.retune.encoder.Precision;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// All that a step of training changes, in native memory: the weights, what the optimiser remembers
/// of them, and in float16 the scale of the loss. A checkpoint holds it.
final class TrainingState implements AutoCloseable {
  private final NDManager manager;
  private final Learner learner;
  private final Optimiser optimiser;
  private final @Nullable LossScale scale;

  TrainingState(
      RunInputs inputs, NDManager parent, BiFunction<RunInputs, NDManager, Learner> open) {
    var settings = inputs.settings();
    manager = parent.newSubManager();
    learner = open.apply(inputs, manager);
    optimiser =
        new Optimiser(manager, learner.parameters(), settings.weightDecay(), settings.rates());
    scale =
        settings.precision() == Precision.FP16 ? new LossScale(LossScale.GROWTH_INTERVAL) : null;
  }

  NDManager manager() {
    return manager;
  }

  Learner learner() {
    return learner;
  }

  Optimiser optimiser() {
    return optimiser;
  }

  @Nullable LossScale scale() {
    return scale;
  }

  /// Takes up what a checkpoint holds.
  void restore(Checkpoints.Snapshot snapshot) {
    var position = snapshot.position();
    NativeArrays.fill(learner.parameters(), snapshot.weights());
    var earlier = position.lossScale();
    if (scale != null && earlier != null) {
      scale.restore(earlier);
    }
    var thrift = new Thrift(position.microBatchTokens(), position.layerwise());
    if (!thrift.equals(Thrift.NONE)) {
      learner.spare(thrift);
    }
    optimiser.restore(
        snapshot.optimiser(), position.step() - (earlier == null ? 0 : earlier.skipped()));
  }

  /// Puts it into a checkpoint.
  ///
  /// @param point the best evaluation so far
  /// @param seconds wall clock spent by all attempts so far
  /// @param keep so many checkpoints, this one among them
  /// @return the checkpoint's name
  String save(Checkpoints checkpoints, int step, BestPoint point, double seconds, int keep) {
    return checkpoints.save(
        step,
        point.best(),
        point.waited(),
        seconds,
        learner.spared(),
        scale == null ? null : scale.state(),
        NativeArrays.sources(learner.parameters()),
        optimiser.state(),
        keep);
  }

  @Override
  public void close() {
    optimiser.close();
    learner.close();
    manager.close();
  }
}
