package dev.retune.encoder;

import com.fasterxml.jackson.databind.JsonNode;
import dev.retune.file.Json;
import dev.retune.text.Problem;
import java.nio.file.Files;
import java.nio.file.Path;

/// Reads the parts of a Hugging Face `config.json` that shape the encoder.
final class ConfigReader {
  /// What `model_type` may be, for people.
  private static final String SUPPORTED =
      "bert, roberta, camembert, xlm-roberta, mpnet, distilbert, modernbert";

  private final Path file;
  private final JsonNode json;

  private ConfigReader(Path file, JsonNode json) {
    this.file = file;
    this.json = json;
  }

  /// @param folder the folder that holds `config.json`
  /// @throws dev.retune.text.ProblemException if it is missing, incomplete, or of an architecture
  ///   this program cannot run
  static EncoderConfig read(Path folder) {
    var file = folder.resolve("config.json");
    if (!Files.isRegularFile(file)) {
      throw Problem.of(ConfigReader.class, "no_config", folder).exception();
    }
    return new ConfigReader(file, Json.read(file, JsonNode.class)).config();
  }

  private EncoderConfig config() {
    var type = json.path("model_type").asText();
    return switch (type) {
      case "bert" -> bertLike(BertLike.BERT, 2, 0);
      // RoBERTa and CamemBERT are the same network; only their tokenizers differ.
      case "xlm-roberta", "roberta", "camembert" -> bertLike(BertLike.XLM_ROBERTA, 1, 1);
      case "mpnet" -> mpnet();
      case "distilbert" -> distilBert();
      case "modernbert" -> modernBert();
      default -> throw Problem.of(ConfigReader.class, "family", file, type, SUPPORTED).exception();
    };
  }

  /// @param types rows of the token type table where the file does not say
  /// @param pad id of the padding token where the file does not say
  private EncoderConfig bertLike(BertLike family, int types, int pad) {
    only("hidden_act", "gelu");
    only("position_embedding_type", "absolute");
    return new EncoderConfig(
        family,
        positive("num_hidden_layers"),
        heads("num_attention_heads", "hidden_size"),
        positive("hidden_size"),
        positive("intermediate_size"),
        positive("vocab_size"),
        positive("max_position_embeddings"),
        types == 0 ? 0 : json.path("type_vocab_size").asInt(types),
        json.path("pad_token_id").asInt(pad),
        json.path("layer_norm_eps").asDouble(1e-12),
        json.path("hidden_dropout_prob").asDouble(0.1),
        json.path("attention_probs_dropout_prob").asDouble(0.1));
  }

  private EncoderConfig mpnet() {
    only("relative_attention_num_buckets", Integer.toString(BertLike.DISTANCES));
    return bertLike(BertLike.MPNET, 0, 1);
  }

  private EncoderConfig distilBert() {
    only("activation", "gelu");
    return new EncoderConfig(
        BertLike.DISTILBERT,
        positive("n_layers"),
        heads("n_heads", "dim"),
        positive("dim"),
        positive("hidden_dim"),
        positive("vocab_size"),
        positive("max_position_embeddings"),
        0,
        json.path("pad_token_id").asInt(0),
        // Not a setting: transformers' DistilBertModel has no other.
        1e-12,
        json.path("dropout").asDouble(0.1),
        json.path("attention_dropout").asDouble(0.1));
  }

  private EncoderConfig modernBert() {
    only("hidden_activation", "gelu");
    only("attention_bias", "false");
    only("mlp_bias", "false");
    only("norm_bias", "false");
    return new EncoderConfig(
        new ModernBertReader(file, json).read(positive("num_hidden_layers")),
        positive("num_hidden_layers"),
        heads("num_attention_heads", "hidden_size"),
        positive("hidden_size"),
        positive("intermediate_size"),
        positive("vocab_size"),
        positive("max_position_embeddings"),
        0,
        json.path("pad_token_id").asInt(50283),
        json.path("norm_eps").asDouble(1e-5),
        json.path("mlp_dropout").asDouble(0),
        json.path("attention_dropout").asDouble(0));
  }

  private int heads(String heads, String hidden) {
    if (positive(hidden) % positive(heads) != 0) {
      throw Problem.of(ConfigReader.class, "config_number", file, heads).exception();
    }
    return positive(heads);
  }

  private void only(String key, String supported) {
    var value = json.path(key).asText(supported);
    if (!value.equals(supported)) {
      throw Problem.of(ConfigReader.class, "config_value", file, key, value, supported).exception();
    }
  }

  private int positive(String key) {
    var value = json.path(key);
    if (!value.canConvertToInt() || value.asInt() <= 0) {
      throw Problem.of(ConfigReader.class, "config_number", file, key).exception();
    }
    return value.asInt();
  }
}
