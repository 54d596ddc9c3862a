package dev.retune.dataset;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.retune.file.Json;
import dev.retune.file.Reason;
import dev.retune.text.Problem;
import dev.retune.text.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads one LlamaIndex file token by token.
final class LlamaIndexReader {

  /// A judgement as it stands in the file, checked once both sides are known.
  private record Judgement(String query, String passage, int line) {}

  private final Path file;
  private final Map<String, String> queries = new LinkedHashMap<>();
  private final Map<String, String> corpus = new LinkedHashMap<>();
  private final Map<String, Integer> judgedQueries = new LinkedHashMap<>();
  private final List<Judgement> judgements = new ArrayList<>();

  LlamaIndexReader(Path file) {
    this.file = file;
  }

  RetrievalSet read() {
    try (var in = Files.newInputStream(file);
        var json = Json.mapper().createParser(in)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw notThis();
      }
      boolean known = false;
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        known |= member(json, json.currentName());
      }
      if (!known) {
        throw notThis();
      }
    } catch (JsonProcessingException e) {
      var place = e.getLocation();
      int line = place == null ? 0 : place.getLineNr();
      throw Problem.of(Json.class, "json", file, line, e.getOriginalMessage()).exception(e);
    } catch (IOException e) {
      throw Problem.of(Json.class, "read", file, Reason.of(e)).exception(e);
    }
    return new RetrievalSet(corpus, queries, qrels());
  }

  /// Reads one member of the outer object; whether it is one of the form's own.
  private boolean member(JsonParser json, String name) throws IOException {
    json.nextToken();
    switch (name) {
      case "queries" -> texts(json, queries);
      case "corpus" -> texts(json, corpus);
      case "relevant_docs" -> judgements(json);
      default -> {
        json.skipChildren();
        return false;
      }
    }
    return true;
  }

  private void texts(JsonParser json, Map<String, String> into) throws IOException {
    expect(json, JsonToken.START_OBJECT);
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      var id = json.currentName();
      if (into.containsKey(id)) {
        throw at(json, TextFile.class, "duplicate", id);
      }
      json.nextToken();
      expect(json, JsonToken.VALUE_STRING);
      into.put(id, json.getText());
    }
  }

  private void judgements(JsonParser json) throws IOException {
    expect(json, JsonToken.START_OBJECT);
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      var query = json.currentName();
      if (judgedQueries.putIfAbsent(query, json.currentTokenLocation().getLineNr()) != null) {
        throw at(json, TextFile.class, "duplicate", query);
      }
      json.nextToken();
      expect(json, JsonToken.START_ARRAY);
      while (json.nextToken() != JsonToken.END_ARRAY) {
        expect(json, JsonToken.VALUE_STRING);
        judgements.add(
            new Judgement(query, json.getText(), json.currentTokenLocation().getLineNr()));
      }
    }
  }

  private Map<String, Map<String, Double>> qrels() {
    judgedQueries.forEach((query, line) -> {
      if (!queries.containsKey(query)) {
        throw Problem.of(TrainingDataRules.class, "unknownQueryAt", file, line, query).exception();
      }
    });
    var qrels = new LinkedHashMap<String, Map<String, Double>>();
    for (var judgement : judgements) {
      if (!corpus.containsKey(judgement.passage())) {
        throw Problem.of(
                TrainingDataRules.class,
                "unknownPassageAt",
                file,
                judgement.line(),
                judgement.passage())
            .exception();
      }
      qrels
          .computeIfAbsent(judgement.query(), _ -> new LinkedHashMap<>())
          .put(judgement.passage(), 1.0);
    }
    if (qrels.isEmpty()) {
      throw Problem.of(QrelsFile.class, "emptySplit", file).exception();
    }
    return qrels;
  }

  private void expect(JsonParser json, JsonToken token) {
    if (json.currentToken() != token) {
      throw at(json, LlamaIndexReader.class, "form", String.valueOf(json.currentToken()));
    }
  }

  private ProblemException notThis() {
    return Problem.of(LlamaIndexReader.class, "notLlamaIndex", file).exception();
  }

  private ProblemException at(JsonParser json, Class<?> owner, String key, String what) {
    return Problem.of(owner, key, file, json.currentTokenLocation().getLineNr(), what).exception();
  }
}
