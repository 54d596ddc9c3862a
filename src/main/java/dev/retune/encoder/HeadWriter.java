package dev.retune.encoder;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Writes a [Head] as modules of sentence-transformers: shared layers as `Dense` (read by all
/// versions), different ones as a `Router` between the tasks `query` and `document` (5.0 or later,
/// where `encode_query` and `encode_document` choose the route).
final class HeadWriter {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String MODELS = "sentence_transformers.models.";

  private HeadWriter() {}

  /// A text without a task counts as a passage.
  static void router(Path place, Head head) throws IOException {
    Files.createDirectory(place);
    var types = new LinkedHashMap<String, String>();
    var structure = new LinkedHashMap<String, List<String>>();
    structure.put("query", route(place, "query", head.query(), types));
    structure.put("document", route(place, "document", head.passage(), types));
    var json = JSON.objectNode();
    json.putPOJO("types", types);
    json.putPOJO("structure", structure);
    json.putObject("parameters").put("default_route", "document").put("allow_empty_key", true);
    ModelFolderWriter.json(place.resolve("router_config.json"), json);
  }

  private static List<String> route(
      Path place, String route, List<Dense> layers, Map<String, String> types) throws IOException {
    if (layers.isEmpty()) {
      // A route must have a module; this one hands on what it is given.
      var id = route + "_0_Dropout";
      types.put(id, MODELS + "Dropout");
      Files.createDirectory(place.resolve(id));
      ModelFolderWriter.json(
          place.resolve(id).resolve("config.json"), JSON.objectNode().put("dropout", 0.0));
      return List.of(id);
    }
    var ids = new ArrayList<String>();
    for (var layer : layers) {
      var id = route + "_" + ids.size() + "_Dense";
      types.put(id, MODELS + "Dense");
      dense(place.resolve(id), layer);
      ids.add(id);
    }
    return ids;
  }

  static void dense(Path place, Dense layer) throws IOException {
    Files.createDirectory(place);
    ModelFolderWriter.json(
        place.resolve("config.json"),
        JSON.objectNode()
            .put("in_features", layer.input())
            .put("out_features", layer.output())
            .put("bias", layer.bias() != null)
            .put("activation_function", layer.activation().torchName()));
    var weights = new TreeMap<String, FloatTensor>();
    weights.put("linear.weight", layer.weight());
    if (layer.bias() != null) {
      weights.put("linear.bias", layer.bias());
    }
    try (var out = Files.newOutputStream(place.resolve("model.safetensors"))) {
      SafetensorsWriter.write(out, weights);
    }
  }
}
