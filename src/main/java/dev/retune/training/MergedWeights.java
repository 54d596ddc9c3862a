package dev.retune.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.retune.encoder.InPlace;
import dev.retune.encoder.ModelFolder;
import dev.retune.encoder.NamedParameter;
import dev.retune.encoder.WeightMerge;
import java.util.ArrayList;
import java.util.List;

/// While it is open, the weights in training stand between those of the base and the trained ones;
/// closing it puts the trained ones back, bit by bit. What is measured and kept meanwhile is the
/// merged model (Wortsman et al., Robust fine-tuning of zero-shot models, 2022).
final class MergedWeights implements AutoCloseable {
  private final List<NamedParameter> parameters;
  private final List<NDArray> trained = new ArrayList<>();
  private final NDManager manager;

  /// @param alpha share of the trained weights, 0 to 1
  MergedWeights(List<NamedParameter> parameters, ModelFolder base, double alpha, NDManager parent) {
    this.parameters = parameters;
    manager = parent.newSubManager();
    for (var parameter : parameters) {
      var weights = parameter.value();
      var copy = weights.duplicate();
      copy.attach(manager);
      trained.add(copy);
      var before = base.weight(parameter.name());
      var between = WeightMerge.blend(before, NativeArrays.copy(weights), alpha);
      NativeArrays.fill(weights, between);
    }
  }

  @Override
  public void close() {
    for (var i = 0; i < trained.size(); i++) {
      InPlace.copy(trained.get(i), parameters.get(i).value());
    }
    manager.close();
  }
}
