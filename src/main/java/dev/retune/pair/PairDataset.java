package dev.retune.pair;

import dev.retune.dataset.TrainingData;
import dev.retune.document.Chunk;
import java.util.Collection;

/// Accepted pairs as training data.
public final class PairDataset {
  private PairDataset() {}

  /// The corpus is all chunks; queries, rows and qrels come from the accepted pairs. A pair without
  /// a split belongs to none and is left out; relevance 0 is never a positive.
  ///
  /// @param chunks all chunks of the project, by document and place
  /// @param pairs pairs of any status
  public static TrainingData of(Collection<Chunk> chunks, Collection<PairRow> pairs) {
    throw new UnsupportedOperationException("" + chunks + pairs);
  }
}
