package dev.retune.training.loss;

import ai.djl.ndarray.NDArray;

/// How far two vectors are apart (sentence-transformers' TripletDistanceMetric,
/// SiameseDistanceMetric and BatchHardTripletLossDistanceFunction).
public enum Distance {
  /// 1 − cosine: 0 to 2.
  COSINE,
  /// The length of the difference.
  EUCLIDEAN;

  /// The square root has no slope at 0, so squares are taken for at least this.
  private static final float LEAST_SQUARE = 1e-16f;

  /// Each row of `a` from the same row of `b`: `[rows]`.
  NDArray between(NDArray a, NDArray b) {
    return switch (this) {
      case COSINE -> Similarities.pairwiseCosines(a, b).neg().add(1);
      case EUCLIDEAN -> root(a.sub(b).square().sum(new int[] {1}));
    };
  }

  /// Each row from each: `[rows, rows]`.
  NDArray among(NDArray rows) {
    return switch (this) {
      case COSINE -> Similarities.cosines(rows, rows).neg().add(1);
      case EUCLIDEAN -> {
        var squares = rows.square().sum(new int[] {1}, true);
        var products = rows.matMul(rows.transpose());
        yield root(squares.add(squares.transpose()).sub(products.add(products)));
      }
    };
  }

  private static NDArray root(NDArray squares) {
    return Similarities.atLeast(LEAST_SQUARE, squares).sqrt();
  }
}
