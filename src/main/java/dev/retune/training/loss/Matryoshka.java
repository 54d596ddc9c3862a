package dev.retune.training.loss;

import ai.djl.ndarray.NDArray;
import dev.retune.encoder.Scalar;
import java.util.List;

/// The sum of a loss over vectors cut to several lengths, so that their first numbers alone can
/// stand for them (sentence-transformers' MatryoshkaLoss over all dimensions in each step; Kusupati
/// et al., Matryoshka representation learning, 2022).
final class Matryoshka implements Loss {
  private final Loss loss;
  private final MatryoshkaSettings settings;

  Matryoshka(Loss loss, MatryoshkaSettings settings) {
    this.loss = loss;
    this.settings = settings;
  }

  @Override
  public NDArray of(LossBatch batch) {
    NDArray total = null;
    for (var i = 0; i < settings.dimensions().size(); i++) {
      var cut = cut(batch.columns(), settings.dimensions().get(i));
      var one = loss.of(batch.withColumns(cut));
      var value = one.mul(Scalar.of(settings.weights().get(i), one));
      total = total == null ? value : total.add(value);
    }
    if (total == null) {
      throw new IllegalArgumentException("no dimension");
    }
    return total;
  }

  /// Cut vectors are scaled to length 1, at their full length too.
  private static List<NDArray> cut(List<NDArray> columns, int dimension) {
    return columns.stream()
        .map(column -> Similarities.unit(column.get(":, 0:" + dimension)))
        .toList();
  }
}
