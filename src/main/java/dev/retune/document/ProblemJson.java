package dev.retune.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.retune.file.Json;
import dev.retune.text.Problem;
import java.util.List;

/// Problems as the store keeps them, by key and arguments, so that they can be told in whatever
/// language is chosen later. Only problems of this package.
final class ProblemJson {
  private static final String CAUSE = ".cause";

  private ProblemJson() {}

  private record Stored(String key, List<Object> args) {}

  static String write(List<Problem> problems) {
    return Json.line(problems.stream().map(ProblemJson::stored).toList());
  }

  private static Stored stored(Problem problem) {
    var key = problem.cause().key();
    return new Stored(key.substring(0, key.length() - CAUSE.length()), problem.cause().args());
  }

  static List<Problem> read(String json) {
    try {
      return List.of(Json.mapper().readValue(json, Stored[].class)).stream()
          .map(stored -> Problem.of(DocumentImporter.class, stored.key(), stored.args().toArray()))
          .toList();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("not a list of problems", e);
    }
  }
}
