package dev.retune.training.loss;

import ai.djl.ndarray.NDArray;

/// Multiple negatives ranking loss: each query has to find its own passage among all passages of
/// the batch (sentence-transformers' MultipleNegativesRankingLoss with cosine similarity; Henderson
/// et al., Efficient natural language response suggestion, 2017).
final class MultipleNegativesRanking implements Loss {
  /// What an excluded passage's score becomes: no share in the softmax, and no gradient.
  private static final float EXCLUDED = -1e9f;

  private final LossSettings settings;

  MultipleNegativesRanking(LossSettings settings) {
    this.settings = settings;
  }

  /// Columns: queries, passages, then any number of hard negatives.
  @Override
  public NDArray of(LossBatch batch) {
    var rows = batch.rows();
    var candidates = Rows.join(batch.columns().subList(1, batch.columns().size()));
    var scores = Similarities.cosines(batch.column(0), candidates).mul(settings.scale());
    var excluded = batch.excluded();
    if (excluded != null) {
      scores = scores.add(excluded.mul(EXCLUDED));
    }
    var own =
        scores.getManager().eye(rows, (int) scores.getShape().get(1), 0, scores.getDataType());
    var forward = meanOwn(scores.logSoftmax(1), own, batch);
    if (!settings.symmetric()) {
      return forward;
    }
    var square = scores.get("0:" + rows + ", 0:" + rows);
    var ownSquare = own.get("0:" + rows + ", 0:" + rows);
    return forward.add(meanOwn(square.logSoftmax(0), ownSquare, batch)).div(2);
  }

  private static NDArray meanOwn(NDArray logProbabilities, NDArray own, LossBatch batch) {
    var weights = batch.weights();
    if (weights == null) {
      return logProbabilities.mul(own).sum().div(batch.rows()).neg();
    }
    var each = logProbabilities.mul(own).sum(new int[] {1});
    return each.mul(weights).sum().div(weights.sum()).neg();
  }
}
