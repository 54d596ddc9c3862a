package dev.retune.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A question somebody of the station might ask, and where its answer stands.
///
/// @param document the manual's name without suffix
/// @param section the section's number; a section belongs to one split
/// @param quote a literal piece of the sentence that answers, unique in the manual
record Question(String document, String section, String split, String text, String quote) {

  /// Reads tab-separated lines: document, section, split, question, quote.
  static List<Question> read(Path source) throws IOException {
    return Files.readAllLines(source).stream()
        .filter(line -> !line.isBlank())
        .map(line -> line.split("\t", -1))
        .map(part -> new Question(part[0], part[1], part[2], part[3], part[4]))
        .toList();
  }
}
