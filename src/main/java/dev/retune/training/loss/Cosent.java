package dev.retune.training.loss;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.retune.encoder.Scalar;
import java.util.List;
import java.util.function.BinaryOperator;

/// Cosine sentence loss: of any two pairs of texts, the one with the higher score shall be more
/// alike (sentence-transformers' CoSENTLoss; Huang et al., CoSENT, 2024). With the similarity of
/// [Angle] it is AnglELoss.
final class Cosent implements Loss {
  private final double scale;
  private final BinaryOperator<NDArray> similarity;

  /// @param similarity of each row of the first with the same row of the second: `[rows]`
  Cosent(LossSettings settings, BinaryOperator<NDArray> similarity) {
    scale = settings.scale();
    this.similarity = similarity;
  }

  /// Columns: first and second text; target: the score.
  @Override
  public NDArray of(LossBatch batch) {
    var rows = batch.rows();
    var alike = similarity.apply(batch.column(0), batch.column(1));
    var scores = alike.mul(Scalar.of(scale, alike));
    var targets = batch.target();
    var inOrder = targets.reshape(rows, 1).gte(targets.reshape(1, rows));
    var differences =
        scores
            .reshape(rows, 1)
            .sub(scores.reshape(1, rows))
            .add(inOrder.toType(DataType.FLOAT32, false).mul(Scalar.of(NO_SHARE, scores)))
            .reshape(1, (long) rows * rows);
    var nothing = scores.getManager().zeros(new Shape(1, 1));
    return Similarities.logSumExp(List.of(differences, nothing)).sum();
  }
}
