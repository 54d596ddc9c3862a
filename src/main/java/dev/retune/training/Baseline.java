package dev.retune.training;

import com.fasterxml.jackson.databind.JsonNode;
import dev.retune.file.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// `checkpoints/baseline.json`: how the untrained model and BM25 do on the validation split, kept
/// so that a resumed run need not measure them again.
record Baseline(int schemaVersion, StoredEvaluation base, StoredEvaluation bm25) {
  private static final String FILE = "baseline.json";

  static Optional<Baseline> read(Path checkpoints) {
    var file = checkpoints.resolve(FILE);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    Schema.check(file, Json.read(file, JsonNode.class), RunConfiguration.SCHEMA);
    return Optional.of(Json.read(file, Baseline.class));
  }

  void write(Path checkpoints) {
    Json.write(checkpoints.resolve(FILE), this);
  }
}
