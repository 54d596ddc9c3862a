package dev.retune.encoder;

import com.fasterxml.jackson.databind.JsonNode;
import dev.retune.file.Json;
import dev.retune.file.Reason;
import dev.retune.text.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Collects what `modules.json` names behind the pooling: `Dense` layers, or a `Router` with layers
/// for each side, and `Normalize` at the end.
final class HeadReader {
  private static final String CONFIG = "config.json";

  private final List<Dense> query = new ArrayList<>();
  private final List<Dense> passage = new ArrayList<>();
  private boolean apart;
  private boolean normalize;

  /// Whether no layer was named yet.
  boolean isEmpty() {
    return query.isEmpty() && passage.isEmpty();
  }

  Head head() {
    if (isEmpty()) {
      return Head.NONE;
    }
    return apart ? Head.apart(query, passage, normalize) : Head.shared(query, normalize);
  }

  /// @param type the module's class without package
  /// @return whether it is such a module
  /// @throws dev.retune.text.ProblemException if it asks for something this program cannot do
  boolean add(String type, Path place) {
    if (normalize) {
      return false;
    }
    switch (type) {
      case "Dense" -> {
        var layer = dense(place);
        query.add(layer);
        passage.add(layer);
      }
      case "Router", "Asym" -> router(place);
      case "Normalize" -> normalize = true;
      default -> {
        return false;
      }
    }
    return true;
  }

  private void router(Path place) {
    var own = place.resolve("router_config.json");
    var file = Files.isRegularFile(own) ? own : place.resolve(CONFIG);
    var json = Json.read(file, JsonNode.class);
    if (!json.path("parameters").path("route_mappings").isEmpty()) {
      throw Problem.of(FolderLayout.class, "module", file, "route_mappings").exception();
    }
    var queries = route(file, json, "query");
    var documents = route(file, json, "document");
    query.addAll(queries);
    passage.addAll(documents);
    apart |= !queries.isEmpty() || !documents.isEmpty();
  }

  private static List<Dense> route(Path file, JsonNode json, String name) {
    var place = file.resolveSibling("");
    var structure = json.path("structure").path(name);
    if (!structure.isArray()) {
      throw Problem.of(FolderLayout.class, "module", file, "Router").exception();
    }
    var layers = new ArrayList<Dense>();
    for (var id : structure) {
      var type = json.path("types").path(id.asText()).asText();
      switch (type.substring(type.lastIndexOf('.') + 1)) {
        case "Dense" -> layers.add(dense(FolderLayout.inside(file, place, id.asText())));
        // Drops nothing outside of training: how a route without layers is written.
        case "Dropout" -> {}
        default -> throw Problem.of(FolderLayout.class, "module", file, type).exception();
      }
    }
    return layers;
  }

  private static Dense dense(Path place) {
    var file = place.resolve(CONFIG);
    var json = Json.read(file, JsonNode.class);
    var name = json.path("activation_function").asText(Activation.TANH.torchName());
    var activation =
        Activation.of(name)
            .orElseThrow(
                () -> Problem.of(FolderLayout.class, "module", file, "Dense, " + name).exception());
    for (var key : List.of("module_input_name", "module_output_name")) {
      var other = json.path(key).asText("sentence_embedding");
      if (json.path("use_residual").asBoolean(false) || !other.equals("sentence_embedding")) {
        throw Problem.of(FolderLayout.class, "module", file, "Dense, " + other).exception();
      }
    }
    var weights = Safetensors.read(place.resolve("model.safetensors"));
    var weight = weights.get("linear.weight");
    var bias = json.path("bias").asBoolean(true);
    if (weight == null || (bias && weights.get("linear.bias") == null)) {
      throw Problem.of(ModelWeights.class, "missing_weight", place, "linear.weight, linear.bias")
          .exception();
    }
    try {
      return new Dense(weight, bias ? weights.get("linear.bias") : null, activation);
    } catch (IllegalArgumentException e) {
      throw Problem.of(FolderLayout.class, "head", place, Reason.of(e)).exception(e);
    }
  }
}
