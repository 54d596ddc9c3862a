package dev.retune.encoder;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A pass over a batch of which only what each layer was given is kept; on the way back each layer
/// is computed once more, alone (gradient checkpointing: Chen, Xu, Zhang, Guestrin: Training deep
/// nets with sublinear memory cost, 2016).
///
/// What dropout drops is a function of the seed, the text and the layer, so that the second time it
/// drops the same: the gradients are those of a pass that keeps everything.
public final class LayerwisePass {
  private final EncoderNetwork network;
  private final NDManager scope;
  private final TokenBatch batch;
  private final ForwardOptions options;

  /// Of each layer but the first, which begins with the texts themselves.
  private final List<NDArray> given;

  private final NDArray vectors;

  private LayerwisePass(
      EncoderNetwork network,
      NDManager scope,
      TokenBatch batch,
      ForwardOptions options,
      List<NDArray> given,
      NDArray vectors) {
    this.network = network;
    this.scope = scope;
    this.batch = batch;
    this.options = options;
    this.given = given;
    this.vectors = vectors;
  }

  static LayerwisePass of(
      EncoderNetwork network, NDManager scope, TokenBatch batch, ForwardOptions options) {
    var config = network.config();
    var left = new ArrayList<NDArray>();
    for (var layer = 0; layer < config.layers(); layer++) {
      try (var inner = scope.newSubManager()) {
        var x = layer == 0 ? null : left.getLast();
        var part = LayerRange.one(layer, config);
        // What is computed without gradients cannot take part in a differentiable computation; a
        // copy of it can.
        var result = network.run(inner, batch, options, part, x, false).duplicate();
        result.attach(scope);
        left.add(result);
      }
    }
    var vectors = left.removeLast();
    return new LayerwisePass(network, scope, batch, options, left, vectors);
  }

  /// Float32 `[texts, dimension]`, the numbers of [EncoderNetwork#encode]; may ask for a gradient.
  public NDArray vectors() {
    return vectors;
  }

  /// Adds the gradients of the weights. What was kept is released on the way.
  ///
  /// @param pull the gradient of the vectors
  public void backward(GradientCollector collector, NDArray pull) {
    var config = network.config();
    var gradient = pull;
    for (var layer = config.layers() - 1; layer >= 0; layer--) {
      var x = layer == 0 ? null : given.get(layer - 1);
      gradient = backward(collector, LayerRange.one(layer, config), x, gradient);
      if (gradient == null) {
        return;
      }
    }
  }

  /// @return the gradient of what entered the layer; null where nothing before it learns
  private @Nullable NDArray backward(
      GradientCollector collector, LayerRange part, @Nullable NDArray x, NDArray pull) {
    var goesOn = x != null && network.learnsBefore(part.first());
    try (var inner = scope.newSubManager()) {
      pull.attach(inner);
      if (x != null) {
        x.attach(inner);
        x.setRequiresGradient(goesOn);
      }
      var again = network.run(inner, batch, options, part, x, true);
      var product = again.mul(pull);
      product.attach(inner);
      var sum = product.sum();
      sum.attach(inner);
      collector.backward(sum);
      if (x == null || !goesOn) {
        return null;
      }
      var next = x.getGradient();
      next.attach(scope);
      return next;
    }
  }
}
