package dev.retune.encoder;

import com.fasterxml.jackson.databind.JsonNode;
import dev.retune.file.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The tiny models that `src/test/fixtures/make_tiny_models.py` wrote, with the reference's
/// vectors.
public final class Fixtures {
  /// BERT, the newer sentence-transformers layout, cls pooling, normalised, with prompts.
  public static final Path BERT = Path.of("src/test/fixtures/tiny-bert");

  /// XLM-RoBERTa, a plain Hugging Face folder in two float16 files.
  public static final Path ROBERTA = Path.of("src/test/fixtures/tiny-roberta");

  private Fixtures() {}

  static JsonNode expected(Path folder) {
    return Json.read(folder.resolve("expected.json"), JsonNode.class);
  }

  static List<String> texts(Path folder) {
    var texts = new ArrayList<String>();
    expected(folder).path("texts").forEach(text -> texts.add(text.asText()));
    return texts;
  }

  /// A copy that a test may damage.
  public static Path copy(Path folder, Path to) throws IOException {
    try (var paths = Files.walk(folder)) {
      for (var path : paths.toList()) {
        Files.copy(path, to.resolve(folder.relativize(path).toString()));
      }
    }
    return to;
  }
}
