package dev.retune.training.loss;

import ai.djl.ndarray.NDArray;
import dev.retune.encoder.Scalar;
import java.util.List;

/// Similarities between rows of vectors; all differentiable.
final class Similarities {
  private static final float LEAST_LENGTH = 1e-12f;

  private Similarities() {}

  /// Rows scaled to length 1, as `torch.nn.functional.normalize` does.
  static NDArray unit(NDArray rows) {
    var length = rows.square().sum(new int[] {1}, true).sqrt();
    return rows.div(atLeast(LEAST_LENGTH, length));
  }

  /// Numbers below `limit` become `limit`.
  static NDArray atLeast(double limit, NDArray numbers) {
    return numbers.maximum(Scalar.of(limit, numbers));
  }

  /// The cosine of each row of `a` with each row of `b`: `[rows of a, rows of b]`.
  static NDArray cosines(NDArray a, NDArray b) {
    return unit(a).matMul(unit(b).transpose());
  }

  /// The cosine of each row of `a` with the same row of `b`: `[rows]`.
  static NDArray pairwiseCosines(NDArray a, NDArray b) {
    return unit(a).mul(unit(b)).sum(new int[] {1});
  }

  /// The dot product of each row of `a` with the same row of `b`: `[rows]`.
  static NDArray pairwiseDots(NDArray a, NDArray b) {
    return a.mul(b).sum(new int[] {1});
  }

  /// The logarithm of the sum of all exponentials of each row: `[rows, 1]`.
  ///
  /// @param blocks side by side, each `[rows, any]`
  static NDArray logSumExp(List<NDArray> blocks) {
    var greatest =
        blocks.stream()
            .map(block -> block.stopGradient().max(new int[] {1}, true))
            .reduce(NDArray::maximum)
            .orElseThrow();
    return blocks.stream()
        .map(block -> block.sub(greatest).exp().sum(new int[] {1}, true))
        .reduce(NDArray::add)
        .orElseThrow()
        .log()
        .add(greatest);
  }
}
