package dev.retune.training.loss;

/// The loss and its settings.
///
/// @param name which loss
/// @param scale what similarities are multiplied by before the softmax: the inverse temperature
/// @param symmetric whether passages also have to find their queries
public record LossSettings(Name name, double scale, boolean symmetric) {

  /// Losses by their names in sentence-transformers.
  public enum Name {
    MULTIPLE_NEGATIVES_RANKING
  }

  /// Cosine similarity times 20, query to passage only: the default of sentence-transformers.
  public static final LossSettings DEFAULT =
      new LossSettings(Name.MULTIPLE_NEGATIVES_RANKING, 20, false);
}
