package dev.retune.training.loss;

import ai.djl.ndarray.NDArray;

/// Margin MSE: how much better a passage scores than each hard negative shall be as a teacher says
/// (sentence-transformers' MarginMSELoss with the dot product; Hofstätter et al., Improving
/// efficient neural ranking models with cross-architecture knowledge distillation, 2020).
final class MarginMse implements Loss {

  /// Columns: queries, passages, hard negatives; targets: the teacher's score of each but the
  /// first.
  @Override
  public NDArray of(LossBatch batch) {
    var query = batch.column(0);
    var scores =
        Rows.beside(
            batch.others().stream().map(other -> Similarities.pairwiseDots(query, other)).toList());
    var errors = margins(scores).sub(margins(batch.known())).square();
    return batch.mean(batch.meanOfNegatives(errors));
  }

  private static NDArray margins(NDArray scores) {
    return scores.get(":, 0:1").sub(scores.get(":, 1:"));
  }
}
