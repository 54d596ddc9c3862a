package dev.retune.training.loss;

import ai.djl.ndarray.NDArray;

/// Triplet loss: the passage shall be nearer to its query than each hard negative, by a margin
/// (sentence-transformers' TripletLoss, whose single negative becomes a mean over several).
final class Triplet implements Loss {
  private final Distance distance;
  private final double margin;

  Triplet(LossSettings settings) {
    distance = settings.distance();
    margin = settings.number(LossParameter.MARGIN);
  }

  /// Columns: queries, passages, hard negatives.
  @Override
  public NDArray of(LossBatch batch) {
    var near = distance.between(batch.column(0), batch.column(1));
    var negatives = batch.columns().subList(2, batch.columns().size());
    var each =
        Rows.beside(
            negatives.stream()
                .map(negative -> distance.between(batch.column(0), negative))
                .map(far -> Similarities.atLeast(0, near.sub(far).add(margin)))
                .toList());
    return batch.mean(batch.meanOfNegatives(each));
  }
}
