package dev.retune.encoder;

import dev.retune.task.Progress;
import java.util.List;

/// Embeds with a model folder on this machine.
public final class LocalEmbedder implements Embedder {
  private LocalEmbedder() {}

  /// Opens `folder` as it describes itself.
  public static LocalEmbedder open(ModelFolder folder) {
    return open(folder, EmbedOptions.defaults());
  }

  /// @throws dev.retune.text.ProblemException if the weights or the tokenizer cannot be loaded
  public static LocalEmbedder open(ModelFolder folder, EmbedOptions options) {
    throw new UnsupportedOperationException(folder.name() + options);
  }

  @Override
  public String name() {
    throw new UnsupportedOperationException();
  }

  @Override
  public String fingerprint() {
    throw new UnsupportedOperationException();
  }

  @Override
  public int dimension() {
    throw new UnsupportedOperationException();
  }

  @Override
  public int maxTokens() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Similarity similarity() {
    throw new UnsupportedOperationException();
  }

  @Override
  public float[][] embed(List<String> texts, InputType type, Progress progress) {
    throw new UnsupportedOperationException();
  }

  @Override
  public int[] tokenCounts(List<String> texts, InputType type) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {}
}
