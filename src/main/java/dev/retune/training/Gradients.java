package dev.retune.training;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import dev.retune.encoder.ForwardOptions;
import dev.retune.training.loss.Rows;
import java.util.List;
import java.util.function.UnaryOperator;

/// Adds the gradients of a loss over a whole batch to those of the weights.
///
/// Directly, everything that the way back needs is kept for all groups at once. Cached (Gao, Zhang,
/// Han, Callan: Scaling deep contrastive learning batch size under memory limited setup, 2021), the
/// vectors are computed first and each group passes through the model a second time, so that memory
/// holds one group: the same gradients, for a third more time.
final class Gradients {
  private final Encoding network;
  private final double greatestDirect;

  /// @param greatestDirect tokens up to which a batch goes the direct way
  Gradients(Encoding network, double greatestDirect) {
    this.network = network;
    this.greatestDirect = greatestDirect;
  }

  /// @param groups over all texts of the batch
  /// @param options dropout and precision
  /// @param loss from the vectors of all texts, in the order of their indices `[texts, dimension]`,
  ///   to a scalar
  /// @return the loss
  double add(
      NDManager scope,
      List<MicroBatches.Group> groups,
      ForwardOptions options,
      UnaryOperator<NDArray> loss) {
    var tokens = groups.stream().mapToLong(group -> group.tokens().tokens()).sum();
    return tokens > greatestDirect && groups.size() > 1
        ? cached(scope, groups, options, loss)
        : direct(scope, groups, options, loss);
  }

  private double direct(
      NDManager scope,
      List<MicroBatches.Group> groups,
      ForwardOptions options,
      UnaryOperator<NDArray> loss) {
    try (var collector = Engine.getInstance().newGradientCollector()) {
      var vectors = new NDList();
      for (var i = 0; i < groups.size(); i++) {
        vectors.add(network.encode(scope, groups.get(i).tokens(), options));
      }
      var value = loss.apply(inOrder(groups, vectors));
      collector.backward(value);
      return value.getFloat();
    }
  }

  private double cached(
      NDManager scope,
      List<MicroBatches.Group> groups,
      ForwardOptions options,
      UnaryOperator<NDArray> loss) {
    var vectors = new NDList();
    for (var i = 0; i < groups.size(); i++) {
      try (var inner = scope.newSubManager()) {
        // What was inferred cannot take part in a differentiable computation; a copy of it can.
        var group = network.infer(inner, groups.get(i).tokens(), options).duplicate();
        group.attach(scope);
        vectors.add(group);
      }
    }
    try (var collector = Engine.getInstance().newGradientCollector()) {
      vectors.forEach(group -> group.setRequiresGradient(true));
      var value = loss.apply(inOrder(groups, vectors));
      collector.backward(value);
      for (var i = 0; i < groups.size(); i++) {
        try (var inner = scope.newSubManager()) {
          var again = network.encode(inner, groups.get(i).tokens(), options);
          var pull = vectors.get(i).getGradient();
          pull.attach(inner);
          var product = again.mul(pull);
          product.attach(inner);
          collector.backward(product.sum());
        }
      }
      return value.getFloat();
    }
  }

  /// Vectors of all groups, in the order of the texts' indices.
  private static NDArray inOrder(List<MicroBatches.Group> groups, List<NDArray> vectors) {
    var order = groups.stream().flatMap(group -> group.texts().stream()).toList();
    var places = new Integer[order.size()];
    for (var place = 0; place < places.length; place++) {
      places[order.get(place)] = place;
    }
    return Rows.pick(Rows.join(vectors), List.of(places));
  }
}
