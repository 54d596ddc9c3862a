package dev.retune.benchmark;

import dev.retune.encoder.ModelFolder;
import dev.retune.encoder.Pooling;
import dev.retune.encoder.Prompts;
import dev.retune.file.Home;
import dev.retune.model.ModelCatalogue;
import dev.retune.task.Progress;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Objects;

/// bge-small-en, version 1.0, which the published Lyft → Uber experiment starts from.
final class PublishedModel {
  private static final String NAME = "bge-small-en";

  private PublishedModel() {}

  /// The model's folder, converted once under `home` from the artifact on the class path.
  static ModelFolder folder(Path home) {
    var catalogue = new ModelCatalogue(new Home(home));
    var entry =
        catalogue.list().stream()
            .filter(model -> model.name().equals(NAME))
            .findFirst()
            .orElseGet(() ->
                catalogue.importOnnx(artifact(), Pooling.CLS, Prompts.NONE, NAME, Progress.none()));
    return ModelFolder.read(entry.folder());
  }

  private static Path artifact() {
    try {
      var weights =
          Objects.requireNonNull(
              PublishedModel.class.getResource("/" + NAME + ".onnx"), "artifact on class path");
      var jar = ((JarURLConnection) weights.openConnection()).getJarFileURL();
      return Path.of(jar.toURI());
    } catch (IOException | URISyntaxException e) {
      throw new AssertionError(e);
    }
  }
}
