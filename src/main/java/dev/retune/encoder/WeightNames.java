package dev.retune.encoder;

import java.util.LinkedHashMap;
import java.util.Map;

/// Names and shapes of an encoder's weights as Hugging Face's `BertModel` and `XLMRobertaModel`
/// have them, in the order in which the encoder program takes them.
final class WeightNames {
  private WeightNames() {}

  /// Every weight of an encoder shaped like `config`: name to shape, in the program's order.
  static Map<String, long[]> of(EncoderConfig config) {
    var names = new LinkedHashMap<String, long[]>();
    long hidden = config.hidden();
    names.put("embeddings.word_embeddings.weight", shape(config.vocabulary(), hidden));
    names.put("embeddings.position_embeddings.weight", shape(config.maxPositions(), hidden));
    names.put("embeddings.token_type_embeddings.weight", shape(config.typeVocabulary(), hidden));
    norm(names, "embeddings.LayerNorm", hidden);
    for (int i = 0; i < config.layers(); i++) {
      var layer = "encoder.layer." + i + ".";
      linear(names, layer + "attention.self.query", hidden, hidden);
      linear(names, layer + "attention.self.key", hidden, hidden);
      linear(names, layer + "attention.self.value", hidden, hidden);
      linear(names, layer + "attention.output.dense", hidden, hidden);
      norm(names, layer + "attention.output.LayerNorm", hidden);
      linear(names, layer + "intermediate.dense", config.intermediate(), hidden);
      linear(names, layer + "output.dense", hidden, config.intermediate());
      norm(names, layer + "output.LayerNorm", hidden);
    }
    return names;
  }

  private static void linear(Map<String, long[]> names, String name, long out, long in) {
    names.put(name + ".weight", shape(out, in));
    names.put(name + ".bias", shape(out));
  }

  private static void norm(Map<String, long[]> names, String name, long size) {
    names.put(name + ".weight", shape(size));
    names.put(name + ".bias", shape(size));
  }

  private static long[] shape(long... sides) {
    return sides;
  }
}
