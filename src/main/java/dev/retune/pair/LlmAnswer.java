package dev.retune.pair;

import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Finds the questions in a model's answer: the JSON that was asked for, JSON with prose or a code
/// fence around it, JSON that breaks off, or a plain list.
final class LlmAnswer {
  private static final Pattern THOUGHTS = Pattern.compile("(?s)<think>.*?</think>");
  private static final Pattern STRING = Pattern.compile("\"((?:[^\"\\\\]++|\\\\.)*+)\"");
  private static final Pattern QUESTION = Pattern.compile("(?s).{4}[?？]$");
  private static final Pattern LINE =
      Pattern.compile("(?m)^\\s*(?:[-*•]|\\(?\\d{1,2}[.)、:：])\\s*(.{4,}?[?？])[\"*\\s]*$");
  private static final ObjectMapper JSON =
      new ObjectMapper(
          new JsonFactoryBuilder()
              .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
              .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
              .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
              .build());

  private LlmAnswer() {}

  /// @return the questions, each once; empty list if the model says there are none; empty if the
  ///   answer cannot be understood
  static Optional<List<String>> questions(String answer) {
    var text = THOUGHTS.matcher(answer).replaceAll("");
    return json(text, '{', '}')
        .or(() -> json(text, '[', ']'))
        .or(() -> found(STRING, text))
        .or(() -> found(LINE, text));
  }

  private static Optional<List<String>> json(String text, char open, char close) {
    int from = text.indexOf(open);
    int to = text.lastIndexOf(close);
    if (from < 0 || to < from) {
      return Optional.empty();
    }
    try {
      return list(JSON.readTree(text.substring(from, to + 1)));
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  private static Optional<List<String>> list(JsonNode node) {
    if (node.isObject()) {
      if (node.path("questions").isArray()) {
        return list(node.path("questions"));
      }
      for (var value : node) {
        if (value.isArray()) {
          return list(value);
        }
      }
      return Optional.empty();
    }
    var texts = new ArrayList<String>();
    for (var item : node) {
      if (item.isTextual()) {
        texts.add(item.asText());
      } else {
        var question = item.get("question");
        if (question == null || !question.isTextual()) {
          return Optional.empty();
        }
        texts.add(question.asText());
      }
    }
    return Optional.of(tidy(texts));
  }

  private static Optional<List<String>> found(Pattern pattern, String text) {
    var texts =
        pattern
            .matcher(text)
            .results()
            .map(result -> result.group(1))
            .filter(one -> QUESTION.matcher(one).find())
            .toList();
    return texts.isEmpty() ? Optional.empty() : Optional.of(tidy(texts));
  }

  private static List<String> tidy(List<String> texts) {
    var tidy = new LinkedHashSet<String>();
    for (var text : texts) {
      var one = text.replace("\\\"", "\"").strip().replaceAll("\\s+", " ");
      if (!one.isEmpty()) {
        tidy.add(one);
      }
    }
    return List.copyOf(tidy);
  }
}
