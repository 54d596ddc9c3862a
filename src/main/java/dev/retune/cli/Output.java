package dev.retune.cli;

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

  void json(Object value) {
    line(Json.line(value));
  }
}
