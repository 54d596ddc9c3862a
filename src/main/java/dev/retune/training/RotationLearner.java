package dev.retune.training;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.retune.encoder.Embedder;
import dev.retune.encoder.FloatTensor;
import dev.retune.encoder.HeadNetwork;
import dev.retune.encoder.InPlace;
import dev.retune.encoder.NamedParameter;
import dev.retune.encoder.Scalar;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/// Learns an orthogonal matrix over vectors that stay as they are: gradients are projected onto the
/// directions in which a matrix stays orthogonal, and what an update leaves of them is brought back
/// by Newton and Schulz's iteration (Absil, Mahony, Sepulchre: Optimization algorithms on matrix
/// manifolds, 2008).
final class RotationLearner implements Learner {
  private static final String NAME = "linear.weight";

  /// Brings what a step of usual length leaves back to float32's accuracy.
  private static final int ITERATIONS = 3;

  private final Map<TextKey, float[]> vectors;
  private final NDManager manager;
  private final NDArray weight;

  /// @param vectors of every text that a pass will ask for, all of one length
  /// @param manager owns the matrix, which begins as the identity
  RotationLearner(Map<TextKey, float[]> vectors, NDManager manager) {
    this.vectors = vectors;
    this.manager = manager;
    weight = manager.eye(vectors.values().iterator().next().length);
    // DJL hands consecutive inputs of this name to the optimiser's program as one list.
    weight.setName("w[]");
  }

  @Override
  public List<NamedParameter> parameters() {
    return List.of(new NamedParameter(NAME, weight));
  }

  @Override
  public Pass pass(
      NDManager scope, int step, int part, List<TextKey> texts, UnaryOperator<NDArray> loss) {
    straighten(scope);
    var rows =
        AdaptedVectors.rows(
            scope, texts.stream().map(key -> Objects.requireNonNull(vectors.get(key))).toList());
    double value;
    try (var collector = Engine.getInstance().newGradientCollector()) {
      var result = loss.apply(HeadNetwork.linear(rows, weight, null));
      collector.backward(result);
      value = result.getFloat();
    }
    project(scope);
    return new Pass(value, 0);
  }

  /// W (WᵀG − GᵀW) / 2 in place of the gradient G.
  private void project(NDManager scope) {
    var w = copy(scope, weight);
    var gradient = weight.getGradient();
    gradient.attach(scope);
    var product = w.transpose().matMul(gradient);
    var turn = product.sub(product.transpose());
    InPlace.copy(w.matMul(turn).mul(Scalar.of(.5, w)), gradient);
  }

  private void straighten(NDManager scope) {
    var w = copy(scope, weight);
    for (var i = 0; i < ITERATIONS; i++) {
      var square = w.matMul(w.transpose()).matMul(w);
      w = w.mul(Scalar.of(1.5, w)).sub(square.mul(Scalar.of(.5, w)));
    }
    InPlace.copy(w, weight);
  }

  private static NDArray copy(NDManager scope, NDArray array) {
    var copy = array.duplicate();
    copy.attach(scope);
    return copy;
  }

  /// The matrix as it is now, `[dimension, dimension]`; vectors are turned by `x Wᵀ`.
  FloatTensor matrix() {
    try (var scope = manager.newSubManager()) {
      straighten(scope);
    }
    return NativeArrays.copy(weight);
  }

  /// Nothing is embedded with it before it is learned.
  @Override
  public Embedder embedder() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {
    weight.close();
  }
}
