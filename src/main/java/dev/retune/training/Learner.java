package dev.retune.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.retune.encoder.Embedder;
import dev.retune.encoder.NamedParameter;
import dev.retune.task.Progress;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// A model of which a [Method] trains some weights.
interface Learner extends AutoCloseable {

  /// What one pass over a batch gave.
  ///
  /// @param tokens that went through the model
  record Pass(double loss, long tokens) {}

  /// The weights that are trained, in a fixed order: what the optimiser changes, and all that a
  /// checkpoint holds.
  List<NamedParameter> parameters();

  /// Called once before the first pass, with the numbers of a checkpoint already in place.
  ///
  /// @param checkpoints where what never changes may be kept for a resumed run
  /// @throws java.util.concurrent.CancellationException if the person asked to stop
  default void prepare(Checkpoints checkpoints, Progress progress) {}

  /// Adds the gradients of `loss` to those of the parameters.
  ///
  /// @param scope of native memory that the caller closes
  /// @param step counts from 1; with `part` and the run's seed it decides what dropout drops
  /// @param part which batch of the step, from 0
  /// @param texts each once
  /// @param loss from the texts' vectors, `[texts, dimension]`, to a scalar
  Pass pass(NDManager scope, int step, int part, List<TextKey> texts, UnaryOperator<NDArray> loss);

  /// Called after a pass for which memory did not suffice: needs less of it from now on.
  ///
  /// @return what it does from now on; empty if a pass cannot need less
  default Optional<Thrift> spare() {
    return Optional.empty();
  }

  /// What it does since [#spare].
  default Thrift spared() {
    return Thrift.NONE;
  }

  /// Takes up what [#spared] said in an earlier attempt.
  default void spare(Thrift earlier) {}

  /// Embeds with the weights as they are at each call.
  Embedder embedder();

  /// Embeds as the base model does, if it is asked before the first pass.
  default Embedder untuned() {
    return embedder();
  }

  @Override
  void close();

  /// The learner that the run's method asks for.
  ///
  /// @param manager closes its arrays when it is closed
  /// @throws dev.retune.text.ProblemException if the method does not fit the base model
  static Learner open(RunInputs inputs, NDManager manager) {
    return switch (inputs.settings().method()) {
      case FULL -> EncoderLearner.full(inputs, manager);
      case LORA -> EncoderLearner.lora(inputs, manager);
      case LINEAR_ADAPTER, TWO_LAYER_ADAPTER -> new AdapterLearner(inputs, manager);
    };
  }
}
