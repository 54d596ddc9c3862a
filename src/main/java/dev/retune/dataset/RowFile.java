package dev.retune.dataset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.retune.file.Json;
import dev.retune.text.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The rows of a dataset folder, one JSON object a line.
final class RowFile {
  private RowFile() {}

  static void write(Path file, List<Row> rows) {
    JsonLines.write(
        file,
        sink -> {
          for (var row : rows) {
            sink.line(Json.line(row));
          }
        });
  }

  static List<Row> read(
      Path file, Shape shape, Map<String, String> corpus, Map<String, String> queries) {
    var rows = new ArrayList<Row>();
    JsonLines.objects(
        file,
        (number, node) -> {
          var row = row(file, number, shape, node);
          var problem =
              TrainingDataRules.problem(shape, corpus, queries, row, file.toString(), number);
          if (problem != null) {
            throw problem.exception();
          }
          rows.add(row);
        });
    return rows;
  }

  private static Row row(Path file, int number, Shape shape, JsonNode node) {
    for (var field : required(shape)) {
      if (!node.hasNonNull(field)) {
        throw Problem.of(JsonLines.class, "field", file, number, field).exception();
      }
    }
    try {
      return Json.mapper().treeToValue(node, type(shape));
    } catch (JsonProcessingException e) {
      throw Problem.of(Json.class, "json", file, number, e.getOriginalMessage()).exception(e);
    }
  }

  private static Class<? extends Row> type(Shape shape) {
    return switch (shape) {
      case PAIRS -> PairRow.class;
      case TRIPLETS -> TripletRow.class;
      case SCORED -> ScoredRow.class;
      case LABELLED -> LabelledRow.class;
      case CLASSES -> ClassRow.class;
    };
  }

  private static List<String> required(Shape shape) {
    return switch (shape) {
      case PAIRS -> List.of("query", "passage", "relevance", "split");
      case TRIPLETS -> List.of("query", "positive", "negatives", "split");
      case SCORED -> List.of("first", "second", "score", "split");
      case LABELLED -> List.of("first", "second", "label", "split");
      case CLASSES -> List.of("text", "label", "split");
    };
  }
}
