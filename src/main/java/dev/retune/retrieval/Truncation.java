package dev.retune.retrieval;

import dev.retune.dataset.RetrievalSet;
import dev.retune.encoder.Embedder;

/// How many texts a model cannot read to the end.
public record Truncation(int queries, int passages, int truncatedQueries, int truncatedPassages) {

  /// Counts the texts of `set` that are longer than the embedder's limit.
  public static Truncation of(Embedder embedder, RetrievalSet set) {
    throw new UnsupportedOperationException();
  }

  /// The share of all texts that is cut, 0 to 1.
  public double share() {
    int all = queries + passages;
    return all == 0 ? 0 : (double) (truncatedQueries + truncatedPassages) / all;
  }

  /// The share of passages that is cut, 0 to 1.
  public double passageShare() {
    return passages == 0 ? 0 : (double) truncatedPassages / passages;
  }
}
