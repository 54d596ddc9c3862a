package dev.retune.training;

import com.fasterxml.jackson.databind.JsonNode;
import dev.retune.encoder.ModelFolder;
import dev.retune.file.Json;
import java.nio.file.Path;

/// What `src/test/fixtures/training/make.py` wrote with PyTorch and sentence-transformers.
public final class Fixtures {
  private static final Path FOLDER = Path.of("src/test/fixtures/training").toAbsolutePath();

  private Fixtures() {}

  public static Path folder() {
    return FOLDER;
  }

  public static JsonNode json(String name) {
    return Json.read(FOLDER.resolve(name), JsonNode.class);
  }

  /// A random BERT of 2 layers and width 16 that knows a hundred words.
  public static ModelFolder model() {
    return ModelFolder.read(FOLDER.resolve("model"));
  }

  public static float[] floats(JsonNode array) {
    var numbers = new float[array.size()];
    for (var i = 0; i < numbers.length; i++) {
      numbers[i] = (float) array.get(i).asDouble();
    }
    return numbers;
  }

  /// The id of a word in the model's vocabulary.
  public static int id(String word) {
    return Json.read(FOLDER.resolve("model/tokenizer.json"), JsonNode.class)
        .at("/model/vocab/" + word)
        .asInt();
  }
}
