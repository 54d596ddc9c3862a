package dev.retune.training;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.retune.file.Json;
import dev.retune.text.Problem;
import dev.retune.text.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Collectors;

/// Reads `run.json`, or the settings of one that a person wrote: a setting that is missing has its
/// recommended value.
public final class RunFile {
  private static final String SETTINGS = "settings";

  /// Its parameters differ from loss to loss: one loss's defaults are not another's.
  private static final String LOSS = "loss";

  /// What the precision was called while there were two of them.
  private static final String OLD_PRECISION = "bf16";

  private RunFile() {}

  /// @param path `run.json`, or the run folder that it lies in
  /// @throws dev.retune.text.ProblemException if it is missing, no JSON, of a newer version, or a
  ///   value in it is none
  public static RunConfiguration read(Path path) {
    var file = file(path);
    return configuration(file, tree(file));
  }

  private static Path file(Path path) {
    return Files.isDirectory(path) ? path.resolve("run.json") : path;
  }

  /// Refuses what [#read] passes over.
  ///
  /// @throws dev.retune.text.ProblemException if the file says something that this program does not
  ///   know: what it asks for would silently not be done
  static void refuseUnknown(Path file) {
    var tree = tree(file);
    refuseUnknown(file, "", tree, Json.mapper().valueToTree(configuration(file, tree)));
  }

  /// The settings in a `run.json`, or in a file that holds nothing but settings.
  ///
  /// @param path the file, or the run folder that it lies in
  /// @throws dev.retune.text.ProblemException if it cannot be read, a value is out of its bounds,
  ///   or a setting is not known
  public static TrainingSettings settings(Path path) {
    var file = file(path);
    var tree = Json.read(file, ObjectNode.class);
    if (tree.path(SETTINGS).isObject()) {
      Schema.check(file, tree, RunConfiguration.SCHEMA);
    }
    var given = tree.path(SETTINGS) instanceof ObjectNode inner ? inner : tree;
    var settings = as(file, complete(given), TrainingSettings.class);
    refuseUnknown(file, "", given, Json.mapper().valueToTree(settings));
    return settings;
  }

  private static ObjectNode tree(Path file) {
    var tree = Json.read(file, ObjectNode.class);
    Schema.check(file, tree, RunConfiguration.SCHEMA);
    return tree;
  }

  private static RunConfiguration configuration(Path file, ObjectNode tree) {
    var whole = tree.deepCopy();
    whole.set(SETTINGS, complete(whole.path(SETTINGS)));
    return as(file, whole, RunConfiguration.class);
  }

  private static JsonNode complete(JsonNode given) {
    ObjectNode settings = Json.mapper().valueToTree(TrainingSettings.recommended());
    overlay(settings, given);
    return settings;
  }

  private static void overlay(ObjectNode onto, JsonNode given) {
    for (var entry : given.properties()) {
      var inner = onto.path(entry.getKey());
      if (inner instanceof ObjectNode object
          && entry.getValue().isObject()
          && !entry.getKey().equals(LOSS)) {
        overlay(object, entry.getValue());
      } else {
        onto.set(entry.getKey(), entry.getValue());
      }
    }
  }

  private static void refuseUnknown(Path file, String above, JsonNode given, JsonNode known) {
    for (var entry : given.properties()) {
      var name = above + entry.getKey();
      if (entry.getValue().isNull() || entry.getKey().equals(OLD_PRECISION)) {
        continue;
      }
      if (!known.has(entry.getKey())) {
        var names = known.properties().stream().map(e -> above + e.getKey());
        throw Problem.of(
                RunFile.class,
                "run.unknown",
                file.toString(),
                name,
                names.collect(Collectors.joining(", ")))
            .exception();
      }
      refuseUnknown(file, name + ".", entry.getValue(), known.path(entry.getKey()));
    }
  }

  private static <T> T as(Path file, JsonNode tree, Class<T> type) {
    try {
      return Json.mapper().treeToValue(tree, type);
    } catch (JsonProcessingException e) {
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        if (cause instanceof ProblemException refused) {
          throw refused;
        }
      }
      var place =
          e instanceof JsonMappingException mapping
              ? mapping.getPath().stream()
                  .map(JsonMappingException.Reference::getFieldName)
                  .filter(Objects::nonNull)
                  .collect(Collectors.joining("."))
              : "";
      throw Problem.of(RunFile.class, "run.value", file.toString(), place).exception(e);
    }
  }
}
