package dev.retune.retrieval;

import dev.retune.encoder.Embedder;
import dev.retune.encoder.InputType;
import dev.retune.encoder.Similarity;
import dev.retune.encoder.Windows;
import dev.retune.task.Progress;
import java.util.List;

/// An embedder that asks for no vector twice: what a provider is paid for is kept on disk.
///
/// Closing it closes the embedder behind it.
public record CachedEmbedder(Embedder vectors, VectorCache cache) implements Embedder {

  @Override
  public String name() {
    return vectors.name();
  }

  @Override
  public String fingerprint() {
    return vectors.fingerprint();
  }

  @Override
  public int dimension() {
    return vectors.dimension();
  }

  @Override
  public int maxTokens() {
    return vectors.maxTokens();
  }

  @Override
  public Similarity similarity() {
    return vectors.similarity();
  }

  @Override
  public float[][] embed(List<String> texts, InputType type, Progress progress) {
    return cache.embed(vectors, texts, type, progress);
  }

  @Override
  public float[][][] embed(List<String> texts, InputType type, Windows windows, Progress progress) {
    return vectors.embed(texts, type, windows, progress);
  }

  @Override
  public int[] tokenCounts(List<String> texts, InputType type) {
    return vectors.tokenCounts(texts, type);
  }

  @Override
  public void close() {
    vectors.close();
  }
}
