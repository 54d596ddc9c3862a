package dev.retune;

import dev.retune.encoder.ModelFolder;
import dev.retune.file.Home;
import dev.retune.model.ModelCatalogue;
import dev.retune.task.Progress;
import java.nio.file.Path;

/// The base models, unpacked once for all tests.
public final class TestModels {
  public static final String ENGLISH = "bge-small-en-v1.5";
  public static final String CHINESE = "bge-small-zh-v1.5";

  private TestModels() {}

  /// The tests' own user data directory, under `target`.
  public static Home home() {
    return Home.of(System.getenv(), System.getProperty("os.name"), Path.of("target", "test-home"));
  }

  public static ModelFolder base(String id) {
    return ModelFolder.read(new ModelCatalogue(home()).ensure(id, Progress.none()).folder());
  }
}
