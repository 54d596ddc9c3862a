package dev.retune.workflow;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.retune.dataset.Split;
import dev.retune.file.Json;
import dev.retune.text.Problem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The sample material that travels with the program: documents and hand-written pairs.
///
/// @param language `en` or `zh`
record SampleData(String language) {

  /// A question somebody wrote by hand, and where its answer stands.
  ///
  /// @param document file name of the document
  /// @param page page on which the quote starts, from 1
  /// @param quote piece of the answering sentence, literally
  /// @param split `train`, `validation` or `test`
  record Pair(String id, String question, String document, int page, String quote, String split) {
    Split in() {
      return Split.named(split).orElse(Split.TRAIN);
    }
  }

  List<Pair> pairs() {
    try (var reader =
        new BufferedReader(new InputStreamReader(open("pairs.jsonl"), StandardCharsets.UTF_8))) {
      return reader.lines().filter(line -> !line.isBlank()).map(SampleData::pair).toList();
    } catch (IOException e) {
      throw missing("pairs.jsonl", e);
    }
  }

  /// Writes the documents into `folder` and returns them.
  List<Path> copyDocuments(Path folder) {
    return pairs().stream()
        .map(Pair::document)
        .distinct()
        .sorted()
        .map(name -> copy(name, folder.resolve(name)))
        .toList();
  }

  private Path copy(String name, Path target) {
    try (var in = open(name)) {
      Files.copy(in, target);
      return target;
    } catch (IOException e) {
      throw missing(name, e);
    }
  }

  private InputStream open(String name) throws IOException {
    var in = SampleData.class.getResourceAsStream("/sample-data/" + language + "/" + name);
    if (in == null) {
      throw new IOException("not on the class path");
    }
    return in;
  }

  private static Pair pair(String line) {
    try {
      return Json.mapper().readValue(line, Pair.class);
    } catch (JsonProcessingException e) {
      throw Problem.of(SampleData.class, "sample.line", line).exception(e);
    }
  }

  private RuntimeException missing(String name, IOException cause) {
    return Problem.of(SampleData.class, "sample.missing", language + "/" + name).exception(cause);
  }
}
