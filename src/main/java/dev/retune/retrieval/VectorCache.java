package dev.retune.retrieval;

import dev.retune.encoder.Embedder;
import dev.retune.encoder.InputType;
import dev.retune.task.Progress;
import java.nio.file.Path;
import java.util.List;

/// Keeps vectors in a folder so that the same text is not embedded twice by the same model.
///
/// A damaged file is only a slow start: its vectors are computed again.
///
/// @param folder where the files lie; made when needed
public record VectorCache(Path folder) {

  /// Vectors for `texts`, from the folder where they are known, else from `embedder`.
  ///
  /// @param progress advances by one for each text
  /// @return one vector a text, in the order given: `[texts][dimension]`
  public float[][] embed(Embedder embedder, List<String> texts, InputType type, Progress progress) {
    throw new UnsupportedOperationException();
  }
}
