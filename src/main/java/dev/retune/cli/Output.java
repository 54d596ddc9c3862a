package dev.retune.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import dev.retune.file.Json;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// What a command prints: results to standard output, everything else to standard error.
///
/// @param out results
/// @param err progress and errors
/// @param locale language of sentences
record Output(PrintWriter out, PrintWriter err, Locale locale) {
  /// Names as in `secondsPerStep`, unlike those in this program's own files.
  private static final ObjectMapper MAPPER =
      Json.mapper().copy().setPropertyNamingStrategy(PropertyNamingStrategies.LOWER_CAMEL_CASE);

  static Output standard(Locale locale) {
    return new Output(
        new PrintWriter(System.out, true, StandardCharsets.UTF_8),
        new PrintWriter(System.err, true, StandardCharsets.UTF_8),
        locale);
  }

  void line(String line) {
    out.println(line);
    out.flush();
  }

  /// One line of JSON, a result.
  void json(Object value) {
    line(text(value));
  }

  /// One line of JSON, an error.
  void errorJson(Object value) {
    err.println(text(value));
    err.flush();
  }

  private static String text(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
