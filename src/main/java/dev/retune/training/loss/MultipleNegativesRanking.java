package dev.retune.training.loss;

import ai.djl.ndarray.NDArray;
import dev.retune.encoder.Scalar;
import org.jspecify.annotations.Nullable;

/// Multiple negatives ranking loss: each query has to find its own passage among all passages of
/// the batch (sentence-transformers' MultipleNegativesRankingLoss with cosine similarity or dot
/// product; Henderson et al., Efficient natural language response suggestion, 2017), with the label
/// smoothing of PyTorch's CrossEntropyLoss.
final class MultipleNegativesRanking implements Loss {
  private final LossSettings settings;
  private final double smoothing;

  MultipleNegativesRanking(LossSettings settings) {
    this.settings = settings;
    this.smoothing = settings.number(LossParameter.LABEL_SMOOTHING);
  }

  /// Columns: queries, passages, then any number of hard negatives.
  @Override
  public NDArray of(LossBatch batch) {
    var candidates = Rows.join(batch.others());
    var alike = similarities(batch.column(0), candidates);
    var scores = alike.mul(Scalar.of(settings.scale(), alike));
    var excluded = batch.excluded();
    if (excluded != null) {
      scores = scores.add(excluded.mul(Scalar.of(NO_SHARE, excluded)));
    }
    var forward = batch.mean(each(scores, excluded));
    if (!settings.symmetric()) {
      return forward;
    }
    var rows = batch.rows();
    var back = square(scores, rows);
    var backExcluded = excluded == null ? null : square(excluded, rows);
    return forward.add(batch.mean(each(back, backExcluded))).mul(Scalar.of(.5, forward));
  }

  private NDArray similarities(NDArray queries, NDArray candidates) {
    return settings.flag(LossParameter.DOT_PRODUCT)
        ? queries.matMul(candidates.transpose())
        : Similarities.cosines(queries, candidates);
  }

  /// From the passages' side: `[passages, queries]`.
  private static NDArray square(NDArray matrix, int rows) {
    return matrix.get("0:" + rows + ", 0:" + rows).transpose();
  }

  /// The cross entropy of each row, whose right candidate stands on the diagonal: `[rows]`.
  private NDArray each(NDArray scores, @Nullable NDArray excluded) {
    var logProbabilities = scores.logSoftmax(1);
    var rows = (int) scores.getShape().get(0);
    var width = (int) scores.getShape().get(1);
    var own = scores.getManager().eye(rows, width, 0, scores.getDataType());
    if (smoothing == 0) {
      return logProbabilities.mul(own).sum(new int[] {1}).neg();
    }
    var allowed = excluded == null ? own.onesLike() : excluded.neg().add(1);
    var even = allowed.div(allowed.sum(new int[] {1}, true));
    var target = own.mul(Scalar.of(1 - smoothing, own)).add(even.mul(Scalar.of(smoothing, own)));
    return logProbabilities.mul(target).sum(new int[] {1}).neg();
  }
}
