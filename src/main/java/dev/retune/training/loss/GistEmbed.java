package dev.retune.training.loss;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import dev.retune.encoder.Scalar;
import java.util.List;

/// Guided in-sample selection of negatives: as multiple negatives ranking, with the other queries
/// and the likeness of passages among the candidates, but whatever a guide finds nearer to the
/// query than its own passage does not count as wrong (sentence-transformers' GISTEmbedLoss;
/// Solatorio, GISTEmbed, 2024).
final class GistEmbed implements Loss {
  private final double scale;
  private final double margin;
  private final boolean relative;

  GistEmbed(LossSettings settings) {
    scale = settings.scale();
    margin = settings.number(LossParameter.MARGIN);
    relative = settings.flag(LossParameter.RELATIVE_MARGIN);
  }

  /// Columns: queries, passages, then any number of hard negatives, and the guide's of the same.
  @Override
  public NDArray of(LossBatch batch) {
    var rows = batch.rows();
    var queries = batch.column(0);
    var passages = batch.column(1);
    var guideQueries = batch.guide().get(0);
    var guidePassages = batch.guide().get(1);
    var limit = limit(Similarities.pairwiseCosines(guideQueries, guidePassages));
    var candidates = Rows.join(batch.others());
    var width = (int) candidates.getShape().get(0);
    var own = queries.getManager().eye(rows, width, 0, DataType.FLOAT32);
    var guideCandidates = Rows.join(batch.guide().subList(1, batch.guide().size()));
    var wrongly = nearer(guideQueries, guideCandidates, limit).mul(own.neg().add(1));
    var excluded = batch.excluded();
    if (excluded != null) {
      wrongly = wrongly.maximum(excluded);
    }
    var scores = scores(queries, candidates, wrongly);
    var blocks =
        List.of(
            scores,
            scores(queries, queries, nearer(guideQueries, guideQueries, limit)),
            scores(passages, passages, nearer(guidePassages, guidePassages, limit)));
    var right = scores.mul(own).sum(new int[] {1});
    return batch.mean(Similarities.logSumExp(blocks).reshape(rows).sub(right));
  }

  /// What a candidate's similarity to the query must not exceed to count as wrong: `[rows, 1]`.
  private NDArray limit(NDArray similarity) {
    var slack =
        relative
            ? similarity.abs().mul(Scalar.of(margin, similarity))
            : similarity.zerosLike().add(margin);
    return similarity.sub(slack).reshape(similarity.size(), 1);
  }

  private static NDArray nearer(NDArray one, NDArray other, NDArray limit) {
    return Similarities.cosines(one, other).gt(limit).toType(DataType.FLOAT32, false);
  }

  private NDArray scores(NDArray one, NDArray other, NDArray excluded) {
    return Similarities.cosines(one, other)
        .mul(Scalar.of(scale, one))
        .add(excluded.mul(Scalar.of(NO_SHARE, excluded)));
  }
}
