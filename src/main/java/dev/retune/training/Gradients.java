package dev.retune.training;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import dev.retune.encoder.ForwardOptions;
import dev.retune.encoder.LayerwisePass;
import dev.retune.training.loss.Rows;
import java.util.List;
import java.util.function.UnaryOperator;

/// Adds the gradients of a loss over a whole batch to those of the weights.
///
/// Directly, everything that the way back needs is kept for all groups at once. Cached (Gao, Zhang,
/// Han, Callan: Scaling deep contrastive learning batch size under memory limited setup, 2021), the
/// vectors are computed first and each group passes through the model a second time, so that memory
/// holds one group: the same gradients, for a third more time. Layer by layer, as [LayerwisePass]
/// has it, memory holds one layer of one group, and what entered the layers: of all groups if there
/// is room for that, else of one.
final class Gradients {
  private final Encoding network;
  private final double greatestDirect;
  private final double greatestLayerwise;

  /// @param greatestDirect tokens up to which a batch goes the direct way
  /// @param greatestLayerwise tokens up to which what entered the layers is kept for a whole batch
  Gradients(Encoding network, double greatestDirect, double greatestLayerwise) {
    this.network = network;
    this.greatestDirect = greatestDirect;
    this.greatestLayerwise = greatestLayerwise;
  }

  /// @param groups over all texts of the batch
  /// @param options dropout and precision
  /// @param layerwise whether memory shall hold a layer at a time
  /// @param loss from the vectors of all texts, in the order of their indices `[texts, dimension]`,
  ///   to a scalar
  /// @return the loss
  double add(
      NDManager scope,
      List<MicroBatches.Group> groups,
      ForwardOptions options,
      boolean layerwise,
      UnaryOperator<NDArray> loss) {
    var tokens = groups.stream().mapToLong(group -> group.tokens().tokens()).sum();
    if (layerwise) {
      return tokens > greatestLayerwise
          ? cached(scope, groups, options, true, loss)
          : layerwise(scope, groups, options, loss);
    }
    return tokens > greatestDirect && groups.size() > 1
        ? cached(scope, groups, options, false, loss)
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

  private double layerwise(
      NDManager scope,
      List<MicroBatches.Group> groups,
      ForwardOptions options,
      UnaryOperator<NDArray> loss) {
    var passes =
        groups.stream().map(group -> network.layerwise(scope, group.tokens(), options)).toList();
    var vectors = new NDList(passes.stream().map(LayerwisePass::vectors).toList());
    try (var collector = Engine.getInstance().newGradientCollector()) {
      var value = backToVectors(collector, groups, vectors, loss);
      for (var i = 0; i < groups.size(); i++) {
        passes.get(i).backward(collector, vectors.get(i).getGradient());
      }
      return value;
    }
  }

  private double cached(
      NDManager scope,
      List<MicroBatches.Group> groups,
      ForwardOptions options,
      boolean layerwise,
      UnaryOperator<NDArray> loss) {
    var vectors = new NDList();
    for (var group : groups) {
      try (var inner = scope.newSubManager()) {
        // What was inferred cannot take part in a differentiable computation; a copy of it can.
        var inferred = network.infer(inner, group.tokens(), options).duplicate();
        inferred.attach(scope);
        vectors.add(inferred);
      }
    }
    try (var collector = Engine.getInstance().newGradientCollector()) {
      var value = backToVectors(collector, groups, vectors, loss);
      for (var i = 0; i < groups.size(); i++) {
        try (var inner = scope.newSubManager()) {
          var tokens = groups.get(i).tokens();
          var pull = vectors.get(i).getGradient();
          pull.attach(inner);
          if (layerwise) {
            network.layerwise(inner, tokens, options).backward(collector, pull);
          } else {
            var product = network.encode(inner, tokens, options).mul(pull);
            product.attach(inner);
            collector.backward(product.sum());
          }
        }
      }
      return value;
    }
  }

  private static double backToVectors(
      GradientCollector collector,
      List<MicroBatches.Group> groups,
      NDList vectors,
      UnaryOperator<NDArray> loss) {
    vectors.forEach(group -> group.setRequiresGradient(true));
    var value = loss.apply(inOrder(groups, vectors));
    collector.backward(value);
    return value.getFloat();
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
