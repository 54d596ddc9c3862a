package dev.retune.encoder;

import com.fasterxml.jackson.databind.JsonNode;
import dev.retune.file.Json;
import dev.retune.text.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Reads `1_Pooling/config.json` in both layouts.
final class PoolingConfig {
  private static final String FLAG = "pooling_mode_";

  private PoolingConfig() {}

  /// @throws dev.retune.text.ProblemException if the file is missing or asks for a pooling (or a
  ///   combination) this program does not know
  static Pooling read(Path file) {
    var json = Json.read(file, JsonNode.class);
    var modes = modes(json);
    var supported = modes.size() == 1 && json.path("include_prompt").asBoolean(true);
    return switch (supported ? modes.getFirst() : "") {
      case "cls", "cls_token" -> Pooling.CLS;
      case "mean", "mean_tokens" -> Pooling.MEAN;
      case "lasttoken" -> Pooling.LAST;
      default ->
          throw Problem.of(PoolingConfig.class, "pooling", file, String.join(" + ", modes))
              .exception();
    };
  }

  private static List<String> modes(JsonNode json) {
    var modes = new ArrayList<String>();
    var newer = json.path("pooling_mode");
    if (newer.isTextual()) {
      modes.add(newer.asText());
    } else if (newer.isArray()) {
      newer.forEach(mode -> modes.add(mode.asText()));
    } else {
      for (var field : json.properties()) {
        if (field.getKey().startsWith(FLAG) && field.getValue().asBoolean()) {
          modes.add(field.getKey().substring(FLAG.length()));
        }
      }
    }
    return modes;
  }
}
