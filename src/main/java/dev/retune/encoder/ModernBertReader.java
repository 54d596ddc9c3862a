package dev.retune.encoder;

import com.fasterxml.jackson.databind.JsonNode;
import dev.retune.text.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Reads what `config.json` says of ModernBERT's attention, as transformers writes it from version
/// 5 on and as it did before.
final class ModernBertReader {
  private static final String EVERYWHERE = "full_attention";
  private static final String NEAR = "sliding_attention";

  private final Path file;
  private final JsonNode json;

  ModernBertReader(Path file, JsonNode json) {
    this.file = file;
    this.json = json;
  }

  /// @throws dev.retune.text.ProblemException if a layer is of another kind, or positions are not
  ///   rotated plainly
  ModernBert read(int layers) {
    return new ModernBert(
        everywhere(layers),
        json.path("local_attention").asInt(128) / 2,
        base(EVERYWHERE, "global_rope_theta", 160_000),
        base(NEAR, "local_rope_theta", 10_000));
  }

  private List<Boolean> everywhere(int layers) {
    var types = json.path("layer_types");
    var every = Math.max(1, json.path("global_attn_every_n_layers").asInt(3));
    var all = new ArrayList<Boolean>();
    for (int i = 0; i < layers; i++) {
      if (!types.isArray()) {
        all.add(i % every == 0);
      } else {
        all.add(
            switch (types.path(i).asText()) {
              case EVERYWHERE -> true;
              case NEAR -> false;
              case String other -> throw refused("layer_types", other, EVERYWHERE + ", " + NEAR);
            });
      }
    }
    return all;
  }

  private double base(String kind, String before, double usual) {
    var rope = json.path("rope_parameters").path(kind);
    var type = rope.path("rope_type").asText("default");
    if (!type.equals("default") || json.path("rope_scaling").isObject()) {
      throw refused("rope_type", type, "default");
    }
    return rope.path("rope_theta").asDouble(json.path(before).asDouble(usual));
  }

  private RuntimeException refused(String key, String value, String supported) {
    return Problem.of(ConfigReader.class, "config_value", file, key, value, supported).exception();
  }
}
