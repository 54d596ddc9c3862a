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
/// language is chosen later.
final class ProblemJson {
  private static final String CAUSE = ".cause";
  private static final String REMEDY = ".remedy";
  private static final Text HERE = Text.of(DocumentImporter.class, "");
  private static final Text RECOGNITION = Text.of(Recognition.class, "");

  private ProblemJson() {}

  /// @param bundle of its sentences; null for those of this package
  private record Stored(String key, List<Object> args, @Nullable String bundle) {
    static Stored of(Problem problem) {
      var cause = problem.cause();
      return new Stored(
          cause.key().substring(0, cause.key().length() - CAUSE.length()),
          cause.args(),
          cause.bundle().equals(HERE.bundle()) ? null : cause.bundle());
    }

    Problem problem() {
      var from = bundle == null ? former() : bundle;
      var names = from.split("\\.");
      var given = args.stream().map(ProblemJson::argument).toList();
      return new Problem(
          names[names.length - 2] + "." + key,
          new Text(from, key + CAUSE, given),
          new Text(from, key + REMEDY, given));
    }

    /// What was stored before bundles were tells by its key.
    private String former() {
      return (key.equals("language") || key.equals("data") ? RECOGNITION : HERE).bundle();
    }
  }

  static String write(List<Problem> problems) {
    return Json.line(problems.stream().map(Stored::of).toList());
  }

  static List<Problem> read(String json) {
    try {
      return List.of(Json.mapper().readValue(json, Stored[].class)).stream()
          .map(Stored::problem)
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
