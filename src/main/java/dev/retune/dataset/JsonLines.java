package dev.retune.dataset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.retune.file.AtomicFile;
import dev.retune.file.Json;
import dev.retune.file.Reason;
import dev.retune.text.Problem;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Text files that hold one record a line. Nothing but the current line is held in memory, and
/// whatever is wrong names the file and the line.
final class JsonLines {
  /// One line holds one value; a lost line end would hide all but the first.
  private static final ObjectReader READER =
      Json.mapper().reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

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

  /// Hands every line that is not blank to `then`; a byte order mark is dropped.
  static void lines(Path file, Line<String> then) {
    int number = 1;
    // Bytes as characters first: a decoder of UTF-8 reads ahead and would fail some lines too
    // early.
    try (var in = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
      var utf8 = StandardCharsets.UTF_8.newDecoder();
      for (var line = in.readLine(); line != null; line = in.readLine(), number++) {
        var bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.ISO_8859_1));
        var text = utf8.decode(bytes).toString();
        var content = number == 1 && text.startsWith("\uFEFF") ? text.substring(1) : text;
        if (!content.isBlank()) {
          then.take(number, content);
        }
      }
    } catch (CharacterCodingException e) {
      throw Problem.of(JsonLines.class, "utf8", file, number).exception(e);
    } catch (IOException e) {
      throw Problem.of(Json.class, "read", file, Reason.of(e)).exception(e);
    }
  }

  /// Hands every JSON object to `line`.
  static void objects(Path file, Line<JsonNode> line) {
    lines(
        file,
        (number, text) -> {
          try {
            var node = READER.readTree(text);
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
