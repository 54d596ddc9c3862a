package dev.retune.training;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.retune.dataset.ClassRow;
import dev.retune.dataset.LabelledRow;
import dev.retune.dataset.PairRow;
import dev.retune.dataset.RetrievalSet;
import dev.retune.dataset.Row;
import dev.retune.dataset.ScoredRow;
import dev.retune.dataset.Split;
import dev.retune.dataset.TrainingData;
import dev.retune.dataset.TripletRow;
import dev.retune.file.Json;
import dev.retune.training.loss.LossSettings;
import dev.retune.training.loss.MatryoshkaSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// A loss, its settings, and what sentence-transformers made of it; from
/// `src/test/fixtures/losses`.
record LossCase(JsonNode json) {
  private static final Path FOLDER = Path.of("src/test/fixtures/losses").toAbsolutePath();

  static JsonNode file(String name) {
    return Json.read(FOLDER.resolve(name), JsonNode.class);
  }

  static Stream<LossCase> of(String file) {
    return StreamSupport.stream(file(file).get("cases").spliterator(), false).map(LossCase::new);
  }

  /// A loss with its defaults.
  ///
  /// @param target what the rows say of themselves; null for nothing
  static LossCase named(String loss, int columns, @Nullable String target) {
    var json = Json.mapper().createObjectNode();
    json.put("loss", loss).put("columns", columns).put("target", target).putObject("set");
    return new LossCase(json);
  }

  LossSettings settings() {
    try {
      var flat = (ObjectNode) json.get("set").deepCopy();
      flat.put("name", json.get("loss").asText().toUpperCase(Locale.ROOT));
      return Json.mapper().treeToValue(flat, LossSettings.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Null where the loss is taken of whole vectors only.
  @Nullable MatryoshkaSettings matryoshka() {
    try {
      return json.has("matryoshka")
          ? Json.mapper().treeToValue(json.get("matryoshka"), MatryoshkaSettings.class)
          : null;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Whether the reference took the cached form of the loss.
  boolean cached() {
    return json.path("cached").asBoolean();
  }

  int columns() {
    return json.get("columns").asInt();
  }

  String target() {
    return json.get("target").asText("none");
  }

  /// The rows in the shape that the loss takes.
  TrainingData data() {
    var given = file("data.json");
    var queries = new LinkedHashMap<String, String>();
    var corpus = new LinkedHashMap<String, String>();
    var rows = new ArrayList<Row>();
    for (var i = 0; i < given.get("queries").size(); i++) {
      queries.put("q" + i, given.get("queries").get(i).asText());
      corpus.put("p" + i, given.get("passages").get(i).asText());
      for (var n = 0; n < 2; n++) {
        corpus.put("n" + n + "-" + i, given.get("negatives").get(n).get(i).asText());
      }
      rows.add(row(given, i));
    }
    var set = new RetrievalSet(corpus, queries, Map.of("q0", Map.of("p0", 1.0)));
    return new TrainingData(
        rows.getFirst().shape(), corpus, queries, rows, Map.of(Split.VALIDATION, set));
  }

  private Row row(JsonNode given, int i) {
    var query = "q" + i;
    var passage = "p" + i;
    var negatives = IntStream.range(0, columns() - 2).mapToObj(n -> "n" + n + "-" + i).toList();
    return switch (target()) {
      case "relevance" ->
          new PairRow(query, passage, given.get("relevance").get(i).asDouble(), Split.TRAIN, null);
      case "scores" ->
          new ScoredRow(query, passage, given.get("scores").get(i).asDouble(), Split.TRAIN, null);
      case "labels" ->
          new LabelledRow(query, passage, given.get("labels").get(i).asText(), Split.TRAIN, null);
      case "classes" ->
          new ClassRow(passage, given.get("classes").get(i).asText(), Split.TRAIN, null);
      case "teacher" -> {
        var scores = given.get("teacher").get(i);
        yield new TripletRow(
            query,
            passage,
            negatives,
            List.of(scores.get(0).asDouble()),
            List.of(scores.get(1).asDouble(), scores.get(2).asDouble()),
            Split.TRAIN,
            null);
      }
      default ->
          negatives.isEmpty()
              ? new PairRow(query, passage, Split.TRAIN)
              : new TripletRow(query, passage, negatives, Split.TRAIN, null);
    };
  }

  @Override
  public String toString() {
    return json.get("loss").asText()
        + " "
        + json.get("set")
        + json.path("matryoshka")
        + " "
        + columns()
        + " "
        + target();
  }
}
