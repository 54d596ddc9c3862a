package dev.retune.training.loss;

import ai.djl.ndarray.NDArray;
import dev.retune.encoder.Scalar;

/// Contrastive loss: texts that belong together shall be near, others a margin apart
/// (sentence-transformers' ContrastiveLoss; Hadsell, Chopra, LeCun, Dimensionality reduction by
/// learning an invariant mapping, 2006).
final class Contrastive implements Loss {
  private final Distance distance;
  private final double margin;

  Contrastive(LossSettings settings) {
    distance = settings.distance();
    margin = settings.number(LossParameter.MARGIN);
  }

  /// Columns: first and second text; target: 1 if they belong together, else 0.
  @Override
  public NDArray of(LossBatch batch) {
    var apart = distance.between(batch.column(0), batch.column(1));
    var together = batch.target();
    var pull = apart.square().mul(together);
    var push = Similarities.atLeast(0, apart.neg().add(margin)).square().mul(together.neg().add(1));
    return batch.mean(pull.add(push).mul(Scalar.of(.5, pull)));
  }
}
