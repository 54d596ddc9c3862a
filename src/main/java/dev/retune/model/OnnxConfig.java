package dev.retune.model;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.retune.encoder.FloatTensor;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Reconstructs `config.json` from an ONNX graph and its weights.
final class OnnxConfig {
  private static final String POSITIONS = "embeddings.position_embeddings.weight";
  private static final String TYPES = "embeddings.token_type_embeddings.weight";
  private static final String ATTENTION = "/attention/self/";

  private final OnnxGraph graph;
  private final Map<String, FloatTensor> weights;

  private OnnxConfig(OnnxGraph graph, Map<String, FloatTensor> weights) {
    this.graph = graph;
    this.weights = weights;
  }

  /// Empty if the graph is no BERT or XLM-RoBERTa encoder with exact GELU.
  ///
  /// @param padToken id of the padding token, from the tokenizer
  static Optional<ObjectNode> of(OnnxGraph graph, Map<String, FloatTensor> weights, int padToken) {
    return new OnnxConfig(graph, weights).config(padToken);
  }

  private Optional<ObjectNode> config(int padToken) {
    var words = weights.get("embeddings.word_embeddings.weight");
    var positions = weights.get(POSITIONS);
    var types = weights.get(TYPES);
    var inner = weights.get("encoder.layer.0.intermediate.dense.bias");
    var gelu = graph.has("Erf") || graph.has("Gelu");
    if (words == null || positions == null || types == null || inner == null || !gelu) {
      return Optional.empty();
    }
    var hidden = words.shape()[1];
    var heads = heads(hidden);
    if (heads.isEmpty()) {
      return Optional.empty();
    }
    // RoBERTa counts positions over the tokens that are not padding; BERT numbers all of them.
    var roberta = graph.has("CumSum");
    var json = JsonNodeFactory.instance.objectNode();
    json.putArray("architectures").add(roberta ? "XLMRobertaModel" : "BertModel");
    json.put("model_type", roberta ? "xlm-roberta" : "bert")
        .put("attention_probs_dropout_prob", 0.1)
        .put("hidden_act", "gelu")
        .put("hidden_dropout_prob", 0.1)
        .put("hidden_size", hidden)
        .put("initializer_range", 0.02)
        .put("intermediate_size", inner.shape()[0])
        .put("layer_norm_eps", epsilon(roberta ? 1e-5 : 1e-12))
        .put("max_position_embeddings", positions.shape()[0])
        .put("num_attention_heads", heads.getAsInt())
        .put("num_hidden_layers", layers())
        .put("pad_token_id", padToken)
        .put("position_embedding_type", "absolute")
        .put("torch_dtype", "float32")
        .put("type_vocab_size", types.shape()[0])
        .put("vocab_size", words.shape()[0]);
    return Optional.of(json);
  }

  private int layers() {
    return (int)
        IntStream.iterate(0, i -> i + 1)
            .takeWhile(i -> weights.containsKey("encoder.layer." + i + ".output.dense.bias"))
            .count();
  }

  /// From the division of the scores by the root of a head's width, else from the reshape into
  /// heads.
  private OptionalInt heads(long hidden) {
    var byRoot =
        attention("Div")
            .flatMap(node -> node.inputs().stream())
            .flatMap(input -> graph.constant(input).stream())
            .filter(t -> t.isFloat() && t.elements() == 1)
            .mapToInt(t -> Math.round(t.number() * t.number()))
            .filter(width -> width > 0 && hidden % width == 0)
            .map(width -> (int) (hidden / width))
            .findFirst();
    return byRoot.isPresent() ? byRoot : headsByShape(hidden);
  }

  private OptionalInt headsByShape(long hidden) {
    var joined =
        attention("Concat")
            .map(node ->
                node.inputs().stream()
                    .flatMap(input -> graph.constant(input).stream())
                    .filter(t -> t.type() == OnnxTensor.INT64 && t.elements() == 1)
                    .mapToLong(t -> t.integers()[0])
                    .toArray());
    var whole =
        attention("Reshape")
            .flatMap(node -> graph.constant(node.inputs().getLast()).stream())
            .filter(t -> t.type() == OnnxTensor.INT64)
            .map(OnnxTensor::integers);
    return Stream.concat(joined, whole)
        .filter(shape -> shape.length >= 2)
        .mapToInt(shape -> heads(hidden, shape[shape.length - 2], shape[shape.length - 1]))
        .filter(heads -> heads > 0)
        .findFirst();
  }

  /// @param heads as the reshape says, -1 for whatever is left
  private static int heads(long hidden, long heads, long width) {
    var fits = width > 0 && hidden % width == 0 && (heads == -1 || heads * width == hidden);
    return fits ? (int) (hidden / width) : 0;
  }

  private Stream<OnnxNode> attention(String type) {
    return graph.ofType(type).filter(node -> node.name().contains(ATTENTION));
  }

  /// What LayerNorm adds to the variance: an attribute in newer exports, an addition in older ones.
  private double epsilon(double usual) {
    var fused =
        graph
            .ofType("LayerNormalization")
            .flatMap(node -> Optional.ofNullable(node.attributes().get("epsilon")).stream());
    var added =
        graph
            .ofType("Add")
            .filter(node -> node.name().contains("embeddings/LayerNorm/"))
            .flatMap(node -> node.inputs().stream())
            .flatMap(input -> graph.constant(input).stream())
            .filter(t -> t.isFloat() && t.elements() == 1);
    return Stream.concat(fused, added)
        .map(t -> Double.parseDouble(Float.toString(t.number())))
        .filter(eps -> eps > 0 && eps < 1e-2)
        .findFirst()
        .orElse(usual);
  }
}
