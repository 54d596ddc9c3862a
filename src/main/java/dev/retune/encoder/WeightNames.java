package dev.retune.encoder;

import java.util.LinkedHashMap;
import java.util.Map;

/// Names and shapes of an encoder's weights as Hugging Face's model classes have them, in the order
/// in which the encoder program takes them.
final class WeightNames {
  private final Map<String, long[]> names = new LinkedHashMap<>();
  private final EncoderConfig config;
  private final long hidden;

  private WeightNames(EncoderConfig config) {
    this.config = config;
    hidden = config.hidden();
  }

  /// Every weight of an encoder shaped like `config`: name to shape, in the program's order.
  static Map<String, long[]> of(EncoderConfig config) {
    return config.family().weights(config);
  }

  /// `BertModel` and `XLMRobertaModel`.
  static Map<String, long[]> bert(EncoderConfig config) {
    var names = new WeightNames(config);
    names.wordsAndPositions();
    names.matrix("embeddings.token_type_embeddings", config.typeVocabulary(), names.hidden);
    names.norm("embeddings.LayerNorm");
    for (int i = 0; i < config.layers(); i++) {
      var layer = config.family().layers() + i + ".";
      names.square(layer + "attention.self.", "query", "key", "value");
      names.square(layer + "attention.output.", "dense");
      names.norm(layer + "attention.output.LayerNorm");
      names.feedForward(layer, "intermediate.dense", "output.dense", "output.LayerNorm");
    }
    return names.names;
  }

  /// `MPNetModel`.
  static Map<String, long[]> mpnet(EncoderConfig config) {
    var names = new WeightNames(config);
    names.wordsAndPositions();
    names.norm("embeddings.LayerNorm");
    names.names.put(BertLike.RELATIVE_POSITIONS, new long[] {BertLike.DISTANCES, config.heads()});
    for (int i = 0; i < config.layers(); i++) {
      var layer = config.family().layers() + i + ".";
      names.square(layer + "attention.attn.", "q", "k", "v", "o");
      names.norm(layer + "attention.LayerNorm");
      names.feedForward(layer, "intermediate.dense", "output.dense", "output.LayerNorm");
    }
    return names.names;
  }

  /// `DistilBertModel`.
  static Map<String, long[]> distilBert(EncoderConfig config) {
    var names = new WeightNames(config);
    names.wordsAndPositions();
    names.norm("embeddings.LayerNorm");
    for (int i = 0; i < config.layers(); i++) {
      var layer = config.family().layers() + i + ".";
      names.square(layer + "attention.", "q_lin", "k_lin", "v_lin", "out_lin");
      names.norm(layer + "sa_layer_norm");
      names.feedForward(layer, "ffn.lin1", "ffn.lin2", "output_layer_norm");
    }
    return names.names;
  }

  /// `ModernBertModel`; its first layer has no norm of its own in front.
  static Map<String, long[]> modernBert(EncoderConfig config) {
    var names = new WeightNames(config);
    names.matrix("embeddings.tok_embeddings", config.vocabulary(), names.hidden);
    names.vector("embeddings.norm.weight", names.hidden);
    for (int i = 0; i < config.layers(); i++) {
      var layer = config.family().layers() + i + ".";
      names.matrix(layer + "attn.Wqkv", 3 * names.hidden, names.hidden);
      names.matrix(layer + "attn.Wo", names.hidden, names.hidden);
      names.vector(layer + "mlp_norm.weight", names.hidden);
      names.matrix(layer + "mlp.Wi", 2L * config.intermediate(), names.hidden);
      names.matrix(layer + "mlp.Wo", names.hidden, config.intermediate());
      var next =
          i + 1 < config.layers()
              ? config.family().layers() + (i + 1) + ".attn_norm"
              : "final_norm";
      names.vector(next + ".weight", names.hidden);
    }
    return names.names;
  }

  private void wordsAndPositions() {
    matrix("embeddings.word_embeddings", config.vocabulary(), hidden);
    matrix("embeddings.position_embeddings", config.maxPositions(), hidden);
  }

  private void square(String prefix, String... layers) {
    for (var layer : layers) {
      linear(prefix + layer, hidden, hidden);
    }
  }

  private void feedForward(String layer, String in, String out, String norm) {
    linear(layer + in, config.intermediate(), hidden);
    linear(layer + out, hidden, config.intermediate());
    norm(layer + norm);
  }

  private void linear(String name, long out, long in) {
    matrix(name, out, in);
    vector(name + ".bias", out);
  }

  private void norm(String name) {
    vector(name + ".weight", hidden);
    vector(name + ".bias", hidden);
  }

  private void matrix(String name, long rows, long columns) {
    names.put(name + ".weight", new long[] {rows, columns});
  }

  private void vector(String name, long size) {
    names.put(name, new long[] {size});
  }
}
