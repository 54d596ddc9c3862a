package dev.retune.dataset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.retune.file.AtomicFile;
import dev.retune.file.Json;
import dev.retune.text.Problem;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Text files that hold one record a line. Nothing but the current line is held in memory, and
/// whatever is wrong names the file and the line.
final class JsonLines {
  private JsonLines() {}

  /// What is done with one line; `number` starts at 1.
  @FunctionalInterface
  interface Line<T> {
    void take(int number, T content);
  }

  /// What puts lines into a file.
  @FunctionalInterface
  interface Source {
    void writeTo(Sink sink) throws IOException;
  }

  /// Where lines go.
  @FunctionalInterface
  interface Sink {
    void line(String line) throws IOException;
  }

  /// Hands every line that is not blank to `line`; a byte order mark is dropped.
  static void lines(Path file, Line<String> line) {
    int number = 1;
    try (var in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      for (var text = in.readLine(); text != null; text = in.readLine(), number++) {
        var content = number == 1 && text.startsWith("\uFEFF") ? text.substring(1) : text;
        if (!content.isBlank()) {
          line.take(number, content);
        }
      }
    } catch (CharacterCodingException e) {
      throw Problem.of(JsonLines.class, "utf8", file, number).exception(e);
    } catch (IOException e) {
      throw Problem.of(Json.class, "read", file, String.valueOf(e.getMessage())).exception(e);
    }
  }

  /// Hands every JSON object to `line`.
  static void objects(Path file, Line<JsonNode> line) {
    lines(
        file,
        (number, text) -> {
          try {
            var node = Json.mapper().readTree(text);
            if (node == null || !node.isObject()) {
              throw Problem.of(JsonLines.class, "object", file, number).exception();
            }
            line.take(number, node);
          } catch (JsonProcessingException e) {
            throw Problem.of(Json.class, "json", file, number, e.getOriginalMessage()).exception(e);
          }
        });
  }

  /// The text in the first of `fields` that is there; a number counts as its digits.
  static String text(Path file, int number, JsonNode node, String... fields) {
    for (var field : fields) {
      var value = optional(node, field);
      if (value != null) {
        return value;
      }
    }
    throw Problem.of(JsonLines.class, "field", file, number, fields[0]).exception();
  }

  static @Nullable String optional(JsonNode node, String field) {
    var value = node.get(field);
    return value != null && (value.isTextual() || value.isNumber()) ? value.asText() : null;
  }

  /// Replaces `file` by the lines of `source`, each ended by a line feed.
  static void write(Path file, Source source) {
    AtomicFile.write(file, out -> source.writeTo(line -> put(out, line)));
  }

  private static void put(OutputStream out, String line) throws IOException {
    out.write(line.getBytes(StandardCharsets.UTF_8));
    out.write('\n');
  }
}
