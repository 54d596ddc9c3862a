package dev.retune.retrieval;

import dev.retune.encoder.Embedder;
import dev.retune.task.Progress;
import java.util.List;
import java.util.Map;

/// Exact search by cosine or dot product, whichever the embedder calls for.
public final class VectorSearcher implements Searcher {
  private final Embedder embedder;

  /// Embeds the corpus once.
  ///
  /// @param corpus passage text by passage id
  public VectorSearcher(Embedder embedder, Map<String, String> corpus, Progress progress) {
    this(embedder, corpus, new float[0][]);
  }

  /// Searches vectors that were computed before.
  ///
  /// @param vectors one vector a passage, in the order of `corpus`: `[passages][dimension]`
  public VectorSearcher(Embedder embedder, Map<String, String> corpus, float[][] vectors) {
    this.embedder = embedder;
  }

  @Override
  public String name() {
    return embedder.name();
  }

  @Override
  public List<List<Hit>> search(List<String> queries, int k, Progress progress) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {}
}
