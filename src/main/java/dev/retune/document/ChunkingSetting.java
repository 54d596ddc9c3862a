package dev.retune.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.retune.file.Json;
import dev.retune.project.Project;
import dev.retune.text.Problem;
import java.util.Optional;

/// How a project's documents are cut: what imports follow from now on.
public final class ChunkingSetting {
  static final String KEY = "chunking";
  private static final int SCHEMA_VERSION = 1;

  private final Project project;

  public ChunkingSetting(Project project) {
    this.project = project;
  }

  private record Stored(
      int schemaVersion, ChunkingMethod method, int maxTokens, int overlapTokens, int minTokens) {}

  /// The options in force; the default until somebody chose.
  ///
  /// @throws dev.retune.text.ProblemException if a newer program chose them, or they are no options
  public ChunkingOptions get() {
    return chosen().orElse(ChunkingOptions.DEFAULT);
  }

  /// The options that somebody chose.
  ///
  /// @throws dev.retune.text.ProblemException if a newer program chose them, or they are no options
  public Optional<ChunkingOptions> chosen() {
    return project.settings().get(KEY, JsonNode.class).map(this::options);
  }

  private ChunkingOptions options(JsonNode value) {
    if (value.path("schema_version").asInt() > SCHEMA_VERSION) {
      throw Problem.of(ChunkingSetting.class, "chunking.newer", project.folder()).exception();
    }
    try {
      var stored = Json.mapper().treeToValue(value, Stored.class);
      return new ChunkingOptions(
          stored.method(), stored.maxTokens(), stored.overlapTokens(), stored.minTokens());
    } catch (JsonProcessingException e) {
      throw Problem.of(ChunkingSetting.class, "chunking.unreadable", project.folder()).exception(e);
    }
  }

  public void put(ChunkingOptions options) {
    project.settings().put(KEY, stored(options));
  }

  /// The options as the setting keeps them.
  static String json(ChunkingOptions options) {
    return Json.line(stored(options));
  }

  private static Stored stored(ChunkingOptions options) {
    return new Stored(
        SCHEMA_VERSION,
        options.method(),
        options.maxTokens(),
        options.overlapTokens(),
        options.minTokens());
  }
}
