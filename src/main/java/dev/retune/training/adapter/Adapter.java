package dev.retune.training.adapter;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.retune.encoder.Dense;
import dev.retune.encoder.FloatTensor;
import dev.retune.encoder.Head;
import dev.retune.encoder.NamedParameter;
import java.util.List;
import java.util.Map;

/// A network in training that turns a model's vectors into better ones; at first it changes
/// nothing, except that it cuts vectors to a smaller dimension if it is to.
///
/// Names and start values of the weights are those of LlamaIndex's `LinearLayer` and `TwoLayerNN`.
public sealed interface Adapter permits LinearAdapter, TwoLayerAdapter {

  /// The trainable weights, in a fixed order.
  List<NamedParameter> parameters();

  /// Differentiable with respect to the weights.
  ///
  /// @param rows `[texts, input]`
  /// @return `[texts, output]`, owned by the manager of `rows`
  NDArray apply(NDArray rows);

  /// What a model folder has to hold behind its pooling to compute the same.
  ///
  /// @param layers of the trained adapter
  /// @param normalize whether the base model scales its vectors to length 1
  static Head head(AdapterSide side, List<Dense> layers, boolean normalize) {
    return switch (side) {
      case QUERY -> Head.apart(layers, List.of(), normalize);
      case PASSAGE -> Head.apart(List.of(), layers, normalize);
      case BOTH -> Head.shared(layers, normalize);
    };
  }

  static NDArray aligned(NDManager manager, FloatTensor tensor) {
    var value = tensor.in(manager);
    // DJL hands consecutive inputs of this name to the optimiser's program as one list.
    value.setName("w[]");
    return value;
  }

  /// @throws IllegalArgumentException if there is no such weight
  static FloatTensor weight(Map<String, FloatTensor> weights, String name) {
    var weight = weights.get(name);
    if (weight == null) {
      throw new IllegalArgumentException(name);
    }
    return weight;
  }
}
