package dev.retune.model;

import dev.retune.encoder.Pooling;
import dev.retune.file.Home;
import dev.retune.task.Progress;
import java.nio.file.Path;
import java.util.List;

/// The base models that travel with the program and those in the user's data directory.
public final class ModelCatalogue {
  private final Home home;

  public ModelCatalogue(Home home) {
    this.home = home;
  }

  /// All models: base models first, then by time, newest first.
  public List<ModelEntry> list() {
    throw new UnsupportedOperationException(home.toString());
  }

  /// The model with this id, or an entry for the model folder at this path.
  ///
  /// @throws dev.retune.text.ProblemException if there is neither
  public ModelEntry find(String idOrFolder) {
    throw new UnsupportedOperationException(idOrFolder);
  }

  /// Makes sure that a model's folder stands on disk, unpacking a base model at first use. Two
  /// processes may do so at once.
  ///
  /// @throws dev.retune.text.ProblemException if the id is unknown or the result fails its checksum
  /// @throws java.util.concurrent.CancellationException if the person cancelled
  public ModelEntry ensure(String idOrFolder, Progress progress) {
    throw new UnsupportedOperationException(idOrFolder + progress);
  }

  /// Copies a sentence-transformers or Hugging Face folder into the catalogue.
  ///
  /// @throws dev.retune.text.ProblemException if it is no model this program can run
  public ModelEntry importFolder(Path folder, String name, Progress progress) {
    throw new UnsupportedOperationException(folder + name + progress);
  }

  /// Converts an ONNX file with `tokenizer.json` beside it, or a LangChain4j embedding jar.
  ///
  /// @throws dev.retune.text.ProblemException if it is no encoder this program can convert
  public ModelEntry importOnnx(Path jarOrOnnx, Pooling pooling, String name, Progress progress) {
    throw new UnsupportedOperationException(jarOrOnnx.toString() + pooling + name + progress);
  }

  /// Copies a tuned model with its lineage into the catalogue.
  public ModelEntry register(Path tunedModelFolder, String name, Lineage lineage) {
    throw new UnsupportedOperationException(tunedModelFolder + name + lineage);
  }

  /// Copies a model's folder to `target`, which must not exist or be empty.
  public void export(ModelEntry entry, Path target, Progress progress) {
    throw new UnsupportedOperationException(entry.id() + target + progress);
  }

  /// Removes a tuned or imported model for good; a base model only until it is needed again.
  public void remove(String id) {
    throw new UnsupportedOperationException(id);
  }
}
