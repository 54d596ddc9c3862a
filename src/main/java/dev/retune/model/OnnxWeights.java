package dev.retune.model;

import dev.retune.encoder.FloatTensor;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Finds an encoder's weights in an ONNX graph and gives them Hugging Face's names and orientation.
///
/// Exporters keep the names of biases, embeddings and LayerNorms. The matrix of a linear layer is
/// anonymous: it is the one that the `MatMul` before the addition of the layer's bias uses, and
/// lies transposed.
final class OnnxWeights {
  private static final String WORDS = "embeddings.word_embeddings.weight";
  private static final String BIAS = ".bias";

  private final OnnxGraph graph;
  private final String prefix;

  private OnnxWeights(OnnxGraph graph, String prefix) {
    this.graph = graph;
    this.prefix = prefix;
  }

  /// All weights by Hugging Face's names without prefix; empty if there is no such encoder in it.
  static Map<String, FloatTensor> of(OnnxGraph graph) {
    return graph.constants().keySet().stream()
        .filter(name -> name.endsWith(WORDS))
        .findFirst()
        .map(name -> name.substring(0, name.length() - WORDS.length()))
        .map(prefix -> new OnnxWeights(graph, prefix).collect())
        .orElse(Map.of());
  }

  private Map<String, FloatTensor> collect() {
    var weights = new TreeMap<String, FloatTensor>();
    for (var constant : graph.constants().entrySet()) {
      if (!constant.getKey().startsWith(prefix) || !constant.getValue().isFloat()) {
        continue;
      }
      var name = constant.getKey().substring(prefix.length());
      if (name.startsWith("embeddings.") || name.startsWith("encoder.layer.")) {
        weights.put(name, constant.getValue().floats());
      }
    }
    for (var name : weights.keySet().toArray(String[]::new)) {
      if (name.endsWith(BIAS) && !name.contains("LayerNorm")) {
        var layer = name.substring(0, name.length() - BIAS.length());
        matrix(layer).ifPresent(matrix -> weights.put(layer + ".weight", matrix));
      }
    }
    return weights;
  }

  /// The matrix of a linear layer as `[out, in]`.
  private Optional<FloatTensor> matrix(String layer) {
    return product(prefix + layer + BIAS)
        .or(() -> byPath("/" + layer.replace(".", "/").replace("/layer/", "/layer.") + "/MatMul"))
        .flatMap(this::operand);
  }

  /// The product that `bias` is added to.
  private Optional<OnnxNode> product(String bias) {
    return graph
        .consumersOf(bias)
        .flatMap(node ->
            node.type().equals("Gemm")
                ? Optional.of(node).stream()
                : node.inputs().stream()
                    .flatMap(input -> graph.producerOf(input).stream())
                    .filter(made -> made.type().equals("MatMul")))
        .findFirst();
  }

  private Optional<OnnxNode> byPath(String path) {
    return graph.ofType("MatMul").filter(node -> node.name().endsWith(path)).findFirst();
  }

  private Optional<FloatTensor> operand(OnnxNode node) {
    var transposed = node.attributes().get("transB");
    var lies = transposed == null || transposed.integers()[0] == 0;
    var name = node.inputs().get(1);
    var direct = graph.constant(name);
    if (direct.isPresent()) {
      return direct.filter(OnnxTensor::isFloat).map(t -> lies ? transpose(t.floats()) : t.floats());
    }
    return graph
        .producerOf(name)
        .filter(made -> made.type().equals("Transpose"))
        .flatMap(made -> graph.constant(made.inputs().getFirst()))
        .map(OnnxTensor::floats);
  }

  private static FloatTensor transpose(FloatTensor matrix) {
    var rows = (int) matrix.shape()[0];
    var columns = (int) matrix.shape()[1];
    var from = matrix.data();
    var to = new float[from.length];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        to[column * rows + row] = from[row * columns + column];
      }
    }
    return new FloatTensor(new long[] {columns, rows}, to);
  }
}
