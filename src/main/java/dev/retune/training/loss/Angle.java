package dev.retune.training.loss;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

/// The similarity of AnglE: vectors are read as complex numbers, the second half of their
/// dimensions as imaginary part (sentence-transformers' pairwise_angle_sim; Li and Li, AoE:
/// Angle-optimized embeddings for semantic textual similarity, 2024).
final class Angle {
  private Angle() {}

  /// Of each row of `a` with the same row of `b`: `[rows]`.
  static NDArray similarities(NDArray a, NDArray b) {
    var one = Similarities.unit(a);
    var other = Similarities.unit(b);
    var turned = one.matMul(quarterTurn(a));
    return Similarities.pairwiseDots(one.add(turned), other).abs();
  }

  /// Multiplied from the right, it puts the imaginary part in the place of the real part, and the
  /// negative of the real part in its place; an odd dimension is taken as one longer.
  private static NDArray quarterTurn(NDArray like) {
    var dimension = (int) like.getShape().get(1);
    var half = (dimension + 1) / 2;
    var numbers = new float[dimension * dimension];
    for (var real = 0; real + half < dimension; real++) {
      numbers[(real + half) * dimension + real] = 1;
      numbers[real * dimension + real + half] = -1;
    }
    return like.getManager().create(numbers, new Shape(dimension, dimension));
  }
}
