package dev.retune.training.adapter;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.retune.encoder.Activation;
import dev.retune.encoder.Dense;
import dev.retune.encoder.FloatTensor;
import dev.retune.encoder.HeadNetwork;
import dev.retune.encoder.NamedParameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// `x + w · (relu(x W₁ᵀ + b₁) W₂ᵀ + b₂)` with w = 0 at first (LlamaIndex's `TwoLayerNN` with
/// residual); where fewer numbers come out than go in, the first ones of x take its place in the
/// sum.
public final class TwoLayerAdapter implements Adapter {
  static final String WEIGHT_1 = "linear1.weight";
  static final String BIAS_1 = "linear1.bias";
  static final String WEIGHT_2 = "linear2.weight";
  static final String BIAS_2 = "linear2.bias";
  static final String RESIDUAL = "residual_weight";

  private final int input;
  private final int output;
  private final NDArray weight1;
  private final @Nullable NDArray bias1;
  private final NDArray weight2;
  private final @Nullable NDArray bias2;
  private final NDArray residual;

  /// @param manager owns the weights
  /// @param seed of the weights' first numbers
  public TwoLayerAdapter(
      NDManager manager, int input, int hidden, int output, boolean bias, long seed) {
    this.input = input;
    this.output = output;
    var random = new Random(seed);
    weight1 =
        Adapter.aligned(
            manager, Matrices.matrix(hidden, Matrices.uniform(random, hidden * input, input)));
    bias1 = bias ? begin(manager, Matrices.uniform(random, hidden, input)) : null;
    weight2 =
        Adapter.aligned(
            manager, Matrices.matrix(output, Matrices.uniform(random, output * hidden, hidden)));
    bias2 = bias ? begin(manager, Matrices.uniform(random, output, hidden)) : null;
    residual = begin(manager, new float[1]);
  }

  private static NDArray begin(NDManager manager, float[] numbers) {
    return Adapter.aligned(manager, Matrices.vector(numbers));
  }

  @Override
  public List<NamedParameter> parameters() {
    var parameters = new ArrayList<NamedParameter>();
    parameters.add(new NamedParameter(WEIGHT_1, weight1));
    if (bias1 != null) {
      parameters.add(new NamedParameter(BIAS_1, bias1));
    }
    parameters.add(new NamedParameter(WEIGHT_2, weight2));
    if (bias2 != null) {
      parameters.add(new NamedParameter(BIAS_2, bias2));
    }
    parameters.add(new NamedParameter(RESIDUAL, residual));
    return parameters;
  }

  @Override
  public NDArray apply(NDArray rows) {
    var hidden = HeadNetwork.linear(rows, weight1, bias1).getNDArrayInternal().relu();
    var change = HeadNetwork.linear(hidden, weight2, bias2).mul(residual);
    return change.add(output == input ? rows : rows.get(":, 0:" + output));
  }

  /// The same as two layers of a model folder, which know no residual over both: x passes through
  /// the ReLU as its positive and its negative part, and is put together again behind it.
  ///
  /// @param weights by the names of [#parameters]
  public static List<Dense> layers(Map<String, FloatTensor> weights) {
    var first = Adapter.weight(weights, WEIGHT_1);
    var factor = Adapter.weight(weights, RESIDUAL).data()[0];
    var second = Matrices.scaled(Adapter.weight(weights, WEIGHT_2), factor);
    var input = Matrices.columns(first);
    var output = Matrices.rows(second);
    var parts = Matrices.above(Matrices.eye(input, input), negative(Matrices.eye(input, input)));
    var whole = Matrices.beside(Matrices.eye(output, input), negative(Matrices.eye(output, input)));
    var bias1 = weights.get(BIAS_1);
    var bias2 = weights.get(BIAS_2);
    return List.of(
        new Dense(
            Matrices.above(first, parts),
            bias1 == null ? null : extended(bias1, 2 * input),
            Activation.RELU),
        new Dense(
            Matrices.beside(second, whole),
            bias2 == null ? null : Matrices.scaled(bias2, factor),
            Activation.IDENTITY));
  }

  private static FloatTensor negative(FloatTensor tensor) {
    return Matrices.scaled(tensor, -1);
  }

  private static FloatTensor extended(FloatTensor vector, int zeros) {
    return Matrices.vector(Arrays.copyOf(vector.data(), vector.data().length + zeros));
  }
}
