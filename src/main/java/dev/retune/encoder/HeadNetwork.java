package dev.retune.encoder;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.core.Linear;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A [Head] in native memory.
public final class HeadNetwork {
  /// As `torch.nn.functional.normalize` has it.
  private static final float LEAST_LENGTH = 1e-12f;

  private final List<Layer> query;
  private final List<Layer> passage;
  private final boolean normalize;

  private record Layer(NDArray weight, @Nullable NDArray bias, Activation activation) {}

  /// @param manager owns the weights
  HeadNetwork(Head head, NDManager manager) {
    query = layers(head.query(), manager);
    passage = head.shared() ? query : layers(head.passage(), manager);
    normalize = head.normalize();
  }

  /// The layers behind the pooling of `model`; null if it has none.
  ///
  /// @param parent closes the weights when it is closed
  static @Nullable HeadNetwork of(Model model, NDManager parent, Device device) {
    var head = model.head();
    return head.isNone() ? null : new HeadNetwork(head, parent.newSubManager(device));
  }

  private static List<Layer> layers(List<Dense> layers, NDManager manager) {
    return layers.stream()
        .map(layer ->
            new Layer(
                create(layer.weight(), manager),
                layer.bias() == null ? null : create(layer.bias(), manager),
                layer.activation()))
        .toList();
  }

  private static NDArray create(FloatTensor tensor, NDManager manager) {
    return manager.create(tensor.data(), new Shape(tensor.shape()));
  }

  /// Differentiable with respect to the vectors.
  ///
  /// @param pooled `[texts, pooled dimension]`
  /// @return `[texts, dimension]`, owned by the manager of `pooled`
  public NDArray apply(NDArray pooled, InputType type) {
    var rows = pooled;
    for (var layer : type == InputType.QUERY ? query : passage) {
      rows = activated(linear(rows, layer.weight(), layer.bias()), layer.activation());
    }
    return normalize ? unit(rows) : rows;
  }

  /// `x Wᵀ + b`, differentiable, owned by the manager of `rows`.
  public static NDArray linear(NDArray rows, NDArray weight, @Nullable NDArray bias) {
    var result = bias == null ? Linear.linear(rows, weight) : Linear.linear(rows, weight, bias);
    return result.singletonOrThrow();
  }

  /// Rows scaled to length 1.
  public static NDArray unit(NDArray rows) {
    var lengths = rows.square().sum(new int[] {1}, true).sqrt();
    return rows.div(lengths.maximum(Scalar.of(LEAST_LENGTH, lengths)));
  }

  private static NDArray activated(NDArray rows, Activation activation) {
    return switch (activation) {
      case IDENTITY -> rows;
      case RELU -> rows.getNDArrayInternal().relu();
      case TANH -> rows.tanh();
    };
  }
}
