package dev.retune.training.adapter;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.retune.encoder.Activation;
import dev.retune.encoder.Dense;
import dev.retune.encoder.FloatTensor;
import dev.retune.encoder.HeadNetwork;
import dev.retune.encoder.NamedParameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `x Wᵀ + b`; W begins as the identity and b as zero (LlamaIndex's `LinearLayer`).
public final class LinearAdapter implements Adapter {
  static final String WEIGHT = "linear.weight";
  static final String BIAS = "linear.bias";

  private final NDArray weight;
  private final @Nullable NDArray bias;

  /// @param manager owns the weights
  public LinearAdapter(NDManager manager, int input, int output, boolean bias) {
    weight = Adapter.aligned(manager, Matrices.eye(output, input));
    this.bias = bias ? Adapter.aligned(manager, Matrices.vector(new float[output])) : null;
  }

  @Override
  public List<NamedParameter> parameters() {
    var parameters = new ArrayList<NamedParameter>();
    parameters.add(new NamedParameter(WEIGHT, weight));
    if (bias != null) {
      parameters.add(new NamedParameter(BIAS, bias));
    }
    return parameters;
  }

  @Override
  public NDArray apply(NDArray rows) {
    return HeadNetwork.linear(rows, weight, bias);
  }

  /// The same as a layer of a model folder.
  ///
  /// @param weights by the names of [#parameters]
  public static List<Dense> layers(Map<String, FloatTensor> weights) {
    return List.of(
        new Dense(Adapter.weight(weights, WEIGHT), weights.get(BIAS), Activation.IDENTITY));
  }
}
