package dev.retune.training;

import com.fasterxml.jackson.databind.JsonNode;
import dev.retune.text.Problem;
import java.nio.file.Path;

/// Refuses files of a newer program before they are misread.
final class Schema {
  private Schema() {}

  /// @throws dev.retune.text.ProblemException if `schema_version` is missing or above `newest`
  static void check(Path file, JsonNode content, int newest) {
    var version = content.path("schema_version").asInt(0);
    if (version < 1) {
      throw Problem.of(Schema.class, "schema.missing", file.toString()).exception();
    }
    if (version > newest) {
      throw Problem.of(Schema.class, "schema.newer", file.toString(), version, newest).exception();
    }
  }
}
