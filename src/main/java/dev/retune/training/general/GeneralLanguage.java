package dev.retune.training.general;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.retune.dataset.RetrievalSet;
import dev.retune.file.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A small set of questions about general knowledge that travels with the program: sixty passages a
/// language, each with a question in its own words and one in others.
public enum GeneralLanguage {
  ENGLISH("en"),
  CHINESE("zh");

  private static final ObjectReader READER = Json.mapper().readerFor(Line.class);

  private final String code;

  GeneralLanguage(String code) {
    this.code = code;
  }

  private record Line(String passage, List<String> questions) {}

  /// Two letters.
  public String code() {
    return code;
  }

  /// The language's passages and questions.
  public RetrievalSet set() {
    var corpus = new LinkedHashMap<String, String>();
    var queries = new LinkedHashMap<String, String>();
    var qrels = new LinkedHashMap<String, Map<String, Double>>();
    for (var line : lines()) {
      var passage = "%s%d".formatted(code, corpus.size());
      corpus.put(passage, line.passage());
      for (var question : line.questions()) {
        var query = "q%d".formatted(queries.size());
        queries.put(query, question);
        qrels.put(query, Map.of(passage, 1.0));
      }
    }
    return new RetrievalSet(corpus, queries, qrels);
  }

  private List<Line> lines() {
    var name = code + ".jsonl";
    var stream = GeneralLanguage.class.getResourceAsStream(name);
    if (stream == null) {
      throw new IllegalStateException("the program is incomplete: " + name);
    }
    try (var in = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return in.lines().map(GeneralLanguage::line).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Line line(String text) {
    try {
      return READER.readValue(text);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
