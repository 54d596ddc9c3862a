package dev.retune.encoder;

import com.fasterxml.jackson.databind.JsonNode;
import dev.retune.encoder.EncoderConfig.Family;
import dev.retune.file.Json;
import dev.retune.text.Problem;
import java.nio.file.Files;
import java.nio.file.Path;

/// Reads the parts of a Hugging Face `config.json` that shape the encoder.
final class ConfigReader {
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
    var family = family();
    only("hidden_act", "gelu");
    only("position_embedding_type", "absolute");
    var heads = positive("num_attention_heads");
    var hidden = positive("hidden_size");
    if (hidden % heads != 0) {
      throw Problem.of(ConfigReader.class, "config_number", file, "num_attention_heads")
          .exception();
    }
    return new EncoderConfig(
        family,
        positive("num_hidden_layers"),
        heads,
        hidden,
        positive("intermediate_size"),
        positive("vocab_size"),
        positive("max_position_embeddings"),
        json.path("type_vocab_size").asInt(family == Family.BERT ? 2 : 1),
        json.path("pad_token_id").asInt(family == Family.BERT ? 0 : 1),
        json.path("layer_norm_eps").asDouble(1e-12),
        json.path("hidden_dropout_prob").asDouble(0.1),
        json.path("attention_probs_dropout_prob").asDouble(0.1));
  }

  private Family family() {
    var type = json.path("model_type").asText();
    return switch (type) {
      case "bert" -> Family.BERT;
      // RoBERTa and CamemBERT are the same network; only their tokenizers differ.
      case "xlm-roberta", "roberta", "camembert" -> Family.XLM_ROBERTA;
      default -> throw Problem.of(ConfigReader.class, "family", file, type).exception();
    };
  }

  private void only(String key, String supported) {
    var value = json.path(key).isTextual() ? json.path(key).asText() : supported;
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
