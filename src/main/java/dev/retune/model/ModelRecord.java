package dev.retune.model;

import dev.retune.encoder.Model;
import dev.retune.file.Json;
import dev.retune.model.ModelEntry.Kind;
import dev.retune.text.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What the catalogue notes in each of its model folders, as `retune.json`.
///
/// @param weightsBytes size of the weights when they were last known to be right
/// @param weightsTime their modification time in milliseconds then
record ModelRecord(
    int schemaVersion,
    String name,
    Kind kind,
    Instant created,
    @Nullable Lineage lineage,
    String fingerprint,
    long weightsBytes,
    long weightsTime) {
  static final String FILE = "retune.json";
  static final int SCHEMA = 1;

  private static final String WEIGHTS = "model.safetensors";

  /// What to note about the model in `folder` as it lies there now.
  ///
  /// @throws dev.retune.text.ProblemException if it is no model
  static ModelRecord of(
      Path folder, String name, Kind kind, Instant created, @Nullable Lineage lineage)
      throws IOException {
    var weights = folder.resolve(WEIGHTS);
    var exists = Files.isRegularFile(weights);
    return new ModelRecord(
        SCHEMA,
        name,
        kind,
        created,
        lineage,
        Model.read(folder).fingerprint(),
        exists ? Files.size(weights) : 0,
        exists ? Files.getLastModifiedTime(weights).toMillis() : 0);
  }

  /// Whether the weights look as they did when they were last known to be right.
  boolean weightsUnchanged(Path folder) throws IOException {
    var weights = folder.resolve(WEIGHTS);
    return weightsBytes == Files.size(weights)
        && weightsTime == Files.getLastModifiedTime(weights).toMillis();
  }

  /// @throws dev.retune.text.ProblemException if it is damaged or from a newer program
  static ModelRecord read(Path folder) {
    var file = folder.resolve(FILE);
    var found = Json.read(file, ModelRecord.class);
    if (found.schemaVersion() > SCHEMA) {
      throw Problem.of(ModelRecord.class, "newer", file).exception();
    }
    if (found.name() == null || found.kind() == null || found.created() == null) {
      throw Problem.of(ModelRecord.class, "incomplete", file).exception();
    }
    return found;
  }

  static boolean exists(Path folder) {
    return Files.isRegularFile(folder.resolve(FILE));
  }

  void write(Path folder) {
    Json.write(folder.resolve(FILE), this);
  }

  ModelEntry entry(String id, Path folder) {
    return new ModelEntry(id, name, folder, kind, created, lineage, FolderFiles.bytes(folder));
  }
}
