package dev.retune.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import dev.retune.task.Progress;
import dev.retune.text.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads one file of rows; the same text has the same id wherever it stands, such as `train/p1`.
final class RowLines {
  private final Path file;
  private final Map<String, String> queryIds = new LinkedHashMap<>();
  private final Map<String, String> passageIds = new LinkedHashMap<>();
  private final List<Row> rows = new ArrayList<>();

  RowLines(Path file) {
    this.file = file;
  }

  TrainingRows read(Progress progress) {
    JsonLines.objects(
        file,
        (number, node) -> {
          progress.checkCancelled();
          for (var row : rows(number, node)) {
            if (!rows.isEmpty() && row.shape() != rows.getFirst().shape()) {
              throw Problem.of(TrainingDataRules.class, "shape", file, number, row.shape().id())
                  .exception();
            }
            if (row instanceof TripletRow triplet && !triplet.scoredWhole()) {
              throw TrainingDataRules.teacher(file.toString(), number, triplet).exception();
            }
            rows.add(row);
          }
        });
    if (rows.isEmpty()) {
      throw Problem.of(RowLines.class, "noRows", file).exception();
    }
    return new TrainingRows(rows.getFirst().shape(), turned(passageIds), turned(queryIds), rows);
  }

  private List<Row> rows(int number, JsonNode node) {
    if (node.has("pos")) {
      return flagEmbedding(number, node);
    }
    if (node.has("positive")) {
      return List.of(anchored(number, node));
    }
    if (node.has("answer")) {
      return List.of(
          new PairRow(query(number, node, "query"), passage(number, node, "answer"), Split.TRAIN));
    }
    if (node.has("score")) {
      return List.of(
          new ScoredRow(
              query(number, node, "sentence1"),
              passage(number, node, "sentence2"),
              score(number, node.get("score")),
              Split.TRAIN,
              null));
    }
    if (node.has("text")) {
      var label = label(number, node);
      return List.of(new ClassRow(passage(number, node, "text"), label, Split.TRAIN, null));
    }
    if (node.has("label")) {
      return List.of(
          new LabelledRow(
              query(number, node, "premise", "sentence1"),
              passage(number, node, "hypothesis", "sentence2"),
              label(number, node),
              Split.TRAIN,
              null));
    }
    throw Problem.of(RowLines.class, "rowForm", file, number).exception();
  }

  private List<Row> flagEmbedding(int number, JsonNode node) {
    var query = query(number, node, "query");
    var negatives = new ArrayList<String>();
    node.path("neg").forEach(text -> negatives.add(passage(text.asText())));
    var posScores = scores(number, node, "pos_scores");
    var negScores = scores(number, node, "neg_scores");
    var made = new ArrayList<Row>();
    for (var i = 0; i < node.get("pos").size(); i++) {
      var positive = passage(node.get("pos").get(i).asText());
      if (negatives.isEmpty()) {
        made.add(new PairRow(query, positive, Split.TRAIN));
        continue;
      }
      var own = posScores == null || i >= posScores.size() ? null : List.of(posScores.get(i));
      made.add(new TripletRow(query, positive, negatives, own, negScores, Split.TRAIN, null));
    }
    return made;
  }

  private Row anchored(int number, JsonNode node) {
    var query = query(number, node, "anchor", "query");
    var positive = passage(number, node, "positive");
    var negatives = new ArrayList<String>();
    node.properties().stream()
        .filter(field -> field.getKey().matches("negative(_\\d+)?"))
        .forEach(field -> negatives.add(passage(number, node, field.getKey())));
    return negatives.isEmpty()
        ? new PairRow(query, positive, Split.TRAIN)
        : new TripletRow(query, positive, negatives, Split.TRAIN, null);
  }

  private @Nullable List<Double> scores(int number, JsonNode node, String field) {
    if (!node.hasNonNull(field)) {
      return null;
    }
    var scores = new ArrayList<Double>();
    node.get(field).forEach(score -> scores.add(score(number, score)));
    return scores;
  }

  private double score(int number, JsonNode node) {
    if (!node.isNumber()) {
      throw Problem.of(QrelsFile.class, "score", file, number, node.asText()).exception();
    }
    return node.asDouble();
  }

  private String label(int number, JsonNode node) {
    var label = node.path("label").asText();
    if (label.isBlank()) {
      throw Problem.of(JsonLines.class, "field", file, number, "label").exception();
    }
    return label;
  }

  private String query(int number, JsonNode node, String... fields) {
    var text = JsonLines.text(file, number, node, fields);
    return queryIds.computeIfAbsent(text, _ -> Split.TRAIN.id() + "/q" + (queryIds.size() + 1));
  }

  private String passage(int number, JsonNode node, String... fields) {
    return passage(JsonLines.text(file, number, node, fields));
  }

  private String passage(String text) {
    return passageIds.computeIfAbsent(text, _ -> Split.TRAIN.id() + "/p" + (passageIds.size() + 1));
  }

  private static Map<String, String> turned(Map<String, String> ids) {
    var texts = new LinkedHashMap<String, String>();
    ids.forEach((text, id) -> texts.put(id, text));
    return texts;
  }
}
