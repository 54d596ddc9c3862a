package dev.retune.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.retune.document.ocr.Recognition;
import dev.retune.file.Json;
import dev.retune.text.Problem;
import dev.retune.text.Text;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Problems as the store keeps them, by key and arguments, so that they can be told in whatever
/// language is chosen later. Only problems of reading: of this package and of text recognition.
final class ProblemJson {
  private static final String CAUSE = ".cause";
  private static final String RECOGNITION = "ocr";

  private ProblemJson() {}

  /// @param part `ocr` for problems of text recognition; null for those of this package
  private record Stored(String key, List<Object> args, @Nullable String part) {
    /// Whose sentences it has. What was stored before parts were tells by its key.
    Class<?> owner() {
      return RECOGNITION.equals(part) || key.equals("language") || key.equals("data")
          ? Recognition.class
          : DocumentImporter.class;
    }
  }

  static String write(List<Problem> problems) {
    return Json.line(problems.stream().map(ProblemJson::stored).toList());
  }

  private static Stored stored(Problem problem) {
    var key = problem.cause().key();
    return new Stored(
        key.substring(0, key.length() - CAUSE.length()),
        problem.cause().args(),
        problem.code().startsWith(RECOGNITION + ".") ? RECOGNITION : null);
  }

  static List<Problem> read(String json) {
    try {
      return List.of(Json.mapper().readValue(json, Stored[].class)).stream()
          .map(stored ->
              Problem.of(
                  stored.owner(),
                  stored.key(),
                  stored.args().stream().map(ProblemJson::argument).toArray()))
          .toList();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("not a list of problems", e);
    }
  }

  /// An argument may itself be a sentence.
  private static Object argument(Object stored) {
    return stored instanceof Map<?, ?> text ? Json.mapper().convertValue(text, Text.class) : stored;
  }
}
