package dev.retune.encoder;

import java.nio.file.Path;

/// A sentence-transformers or plain Hugging Face folder, read and checked.
public final class ModelFolder {
  private final Path path;

  private ModelFolder(Path path) {
    this.path = path;
  }

  /// Reads the folder's configuration and the names and shapes of its weights.
  ///
  /// @throws dev.retune.text.ProblemException if the folder is no encoder of a known family, a file
  ///   is missing or damaged, or a weight is missing or has the wrong shape
  public static ModelFolder read(Path path) {
    return new ModelFolder(path);
  }

  public Path path() {
    return path;
  }

  /// The folder's name.
  public String name() {
    throw new UnsupportedOperationException();
  }

  public EncoderConfig config() {
    throw new UnsupportedOperationException();
  }

  public Pooling pooling() {
    throw new UnsupportedOperationException();
  }

  /// Whether pooled vectors are scaled to length 1.
  public boolean normalize() {
    throw new UnsupportedOperationException();
  }

  public Prompts prompts() {
    throw new UnsupportedOperationException();
  }

  /// The longest text in tokens, special tokens and prompt included; longer ones are cut.
  public int maxTokens() {
    throw new UnsupportedOperationException();
  }

  public Similarity similarity() {
    throw new UnsupportedOperationException();
  }

  /// SHA-256 over everything that changes a vector: weights, configuration, tokenizer, pooling,
  /// prompts. Computed at the first call.
  public String fingerprint() {
    throw new UnsupportedOperationException();
  }
}
