package dev.retune.training.loss;

import ai.djl.ndarray.NDArray;
import dev.retune.encoder.Scalar;

/// Kullback–Leibler divergence: a row's passages shall share out probability as a teacher's scores
/// do (sentence-transformers' DistillKLDivLoss with the dot product; Lin, Yang, Lin, Distilling
/// dense representations for ranking using tightly-coupled teachers, 2020).
final class DistillKlDiv implements Loss {
  private final double scale;

  DistillKlDiv(LossSettings settings) {
    scale = settings.scale();
  }

  /// Columns: queries, passages, hard negatives; targets: the teacher's score of each but the
  /// first.
  @Override
  public NDArray of(LossBatch batch) {
    var query = batch.column(0);
    var factor = Scalar.of(scale, query);
    var student =
        Rows.beside(
                batch.others().stream()
                    .map(other -> Similarities.pairwiseDots(query, other))
                    .toList())
            .mul(factor);
    var teacher = batch.known().mul(factor);
    var excluded = batch.ownExcluded();
    if (excluded != null) {
      var none = excluded.mul(Scalar.of(NO_SHARE, excluded));
      student = student.add(none);
      teacher = teacher.add(none);
    }
    var wanted = teacher.logSoftmax(1);
    var each = wanted.exp().mul(wanted.sub(student.logSoftmax(1))).sum(new int[] {1});
    return batch.mean(each.div(Scalar.of(scale * scale, each)));
  }
}
