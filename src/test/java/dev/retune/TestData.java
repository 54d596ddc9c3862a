package dev.retune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/// Real inputs that stand beside the project in `../shared/data` and are never copied into it.
public final class TestData {
  private static final Path FOLDER = Path.of("../shared/data");

  private TestData() {}

  /// A file or folder of `../shared/data`.
  ///
  /// Skips the calling test where the whole folder is absent; fails it where only `name` is.
  ///
  /// @param name path below the folder, such as `lyft-uber/val_dataset.json`
  public static Path shared(String name) {
    assumeTrue(
        Files.isDirectory(FOLDER), () -> "skipped: no test data at " + FOLDER + " for " + name);
    var path = FOLDER.resolve(name);
    assertThat(path).as("test data").exists();
    return path;
  }
}
