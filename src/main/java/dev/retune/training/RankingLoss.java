package dev.retune.training;

import ai.djl.ndarray.NDArray;

/// Multiple negatives ranking loss: each query has to find its own passage among all passages of
/// the batch (sentence-transformers' MultipleNegativesRankingLoss with cosine similarity; Henderson
/// et al., Efficient natural language response suggestion, 2017).
final class RankingLoss {
  private final LossSettings settings;

  RankingLoss(LossSettings settings) {
    this.settings = settings;
  }

  /// @param queries `[n, dimension]`, of length 1
  /// @param passages `[m, dimension]`, of length 1; the first n belong to the queries in order, the
  ///   rest are hard negatives
  /// @return the mean cross entropy, a scalar; differentiable
  NDArray of(NDArray queries, NDArray passages) {
    var n = queries.getShape().get(0);
    var scores = queries.matMul(passages.transpose()).mul(settings.scale());
    var own =
        queries
            .getManager()
            .eye((int) n, (int) passages.getShape().get(0), 0, scores.getDataType());
    var forward = meanOwn(scores.logSoftmax(1), own, n);
    if (!settings.symmetric()) {
      return forward;
    }
    var square = scores.get("0:" + n + ", 0:" + n);
    var backward = meanOwn(square.logSoftmax(0), own.get("0:" + n + ", 0:" + n), n);
    return forward.add(backward).div(2);
  }

  private static NDArray meanOwn(NDArray logProbabilities, NDArray own, long n) {
    return logProbabilities.mul(own).sum().div(n).neg();
  }
}
