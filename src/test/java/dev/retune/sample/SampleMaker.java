package dev.retune.sample;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;

/// Writes `sample-data/<language>/*.pdf` and `pairs.jsonl` anew from their sources. Run it in the
/// project's root after a source has changed: `mvn -Psample process-test-classes`.
final class SampleMaker {

  private static final ObjectMapper JSON = new ObjectMapper();

  private SampleMaker() {}

  public static void main(String[] arguments) throws IOException {
    var root = Path.of(arguments.length == 0 ? "." : arguments[0]);
    for (var language : SampleLanguage.values()) {
      make(
          language,
          root.resolve("src/test/fixtures/sample").resolve(language.folder()),
          root.resolve("sample-data").resolve(language.folder()));
    }
  }

  static void make(SampleLanguage language, Path sources, Path target) throws IOException {
    Files.createDirectories(target);
    var texts = new HashMap<String, PdfText>();
    for (var name : manuals(sources)) {
      var pdf = target.resolve(name + ".pdf");
      ManualPdf.write(Manual.read(sources.resolve(name + ".md")), language, pdf);
      texts.put(name, PdfText.read(pdf));
    }
    var lines = new ArrayList<String>();
    for (var question : Question.read(sources.resolve("questions.tsv"))) {
      var id = "%s-%03d".formatted(language.folder(), lines.size() + 1);
      var pages = texts.get(question.document()).pagesWith(question.quote());
      if (pages.size() != 1) {
        throw new IllegalArgumentException(
            "%s: \"%s\" stands on the pages %s".formatted(id, question.quote(), pages));
      }
      lines.add(JSON.writeValueAsString(row(id, question, pages.getFirst())));
    }
    Files.writeString(target.resolve("pairs.jsonl"), String.join("\n", lines) + "\n");
  }

  static List<String> manuals(Path sources) throws IOException {
    try (var files = Files.list(sources)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".md"))
          .map(name -> name.substring(0, name.length() - 3))
          .sorted()
          .toList();
    }
  }

  private static LinkedHashMap<String, Object> row(String id, Question question, int page) {
    var row = new LinkedHashMap<String, Object>();
    row.put("id", id);
    row.put("question", question.text());
    row.put("document", question.document() + ".pdf");
    row.put("page", page);
    row.put("quote", question.quote());
    row.put("section", question.section());
    row.put("split", question.split());
    return row;
  }
}
