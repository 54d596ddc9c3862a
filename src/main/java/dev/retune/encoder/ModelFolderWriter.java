package dev.retune.encoder;

import java.nio.file.Path;
import java.util.Map;

/// Writes a sentence-transformers folder in the layout every version of it reads.
public final class ModelFolderWriter {
  private ModelFolderWriter() {}

  /// Writes `weights` as a model like `like` (its configuration, tokenizer, pooling and prompts) to
  /// `target`, whole or not at all; a folder that stands there is replaced.
  ///
  /// @param weights by the names that [EncoderNetwork#parameters] gives
  /// @throws dev.retune.text.ProblemException if it cannot be written
  /// @throws IllegalArgumentException if a weight is missing or has another shape than in `like`
  public static void write(
      Path target, ModelFolder like, Map<String, FloatTensor> weights, ModelCard card) {
    throw new UnsupportedOperationException(target + like.name() + weights.size() + card);
  }
}
