package dev.retune.training.loss;

import ai.djl.ndarray.NDArray;

/// The cosine of two texts shall be their score: mean squared error (sentence-transformers'
/// CosineSimilarityLoss).
final class CosineSimilarity implements Loss {

  /// Columns: first and second text; target: the score.
  @Override
  public NDArray of(LossBatch batch) {
    var cosines = Similarities.pairwiseCosines(batch.column(0), batch.column(1));
    return batch.mean(cosines.sub(batch.target()).square());
  }
}
