package dev.retune.training.loss;

import ai.djl.ndarray.NDArray;

/// What training makes small, computed from the embeddings of one batch.
@FunctionalInterface
public interface Loss {

  /// @return a scalar, differentiable with respect to the columns of `batch`
  NDArray of(LossBatch batch);

  /// The loss that `settings` name.
  static Loss of(LossSettings settings) {
    return switch (settings.name()) {
      case MULTIPLE_NEGATIVES_RANKING -> new MultipleNegativesRanking(settings);
    };
  }
}
