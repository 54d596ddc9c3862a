package dev.retune.training.loss;

import ai.djl.ndarray.NDArray;
import org.jspecify.annotations.Nullable;

/// What training makes small, computed from the embeddings of one batch.
@FunctionalInterface
public interface Loss {
  /// Added to a score, it leaves no share in a softmax and no gradient.
  float NO_SHARE = -1e9f;

  /// @return a scalar, differentiable with respect to the columns of `batch`
  NDArray of(LossBatch batch);

  /// The loss that `settings` name, summed over cut vectors where `matryoshka` asks for it.
  static Loss of(LossSettings settings, @Nullable MatryoshkaSettings matryoshka) {
    var loss = of(settings);
    return matryoshka == null ? loss : new Matryoshka(loss, matryoshka);
  }

  /// The loss that `settings` name.
  static Loss of(LossSettings settings) {
    return switch (settings.name()) {
      case MULTIPLE_NEGATIVES_RANKING -> new MultipleNegativesRanking(settings);
      case GIST_EMBED -> new GistEmbed(settings);
      case TRIPLET -> new Triplet(settings);
      case COSINE_SIMILARITY -> new CosineSimilarity();
      case COSENT -> new Cosent(settings, Similarities::pairwiseCosines);
      case ANGLE -> new Cosent(settings, Angle::similarities);
      case CONTRASTIVE -> new Contrastive(settings);
      case ONLINE_CONTRASTIVE -> new OnlineContrastive(settings);
      case BATCH_HARD_TRIPLET -> new BatchHardTriplet(settings);
      case MARGIN_MSE -> new MarginMse();
      case DISTILL_KL_DIV -> new DistillKlDiv(settings);
    };
  }
}
