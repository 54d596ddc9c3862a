package dev.retune.training.loss;

import java.util.Locale;

/// What may be set about a loss; [LossTable] says about which, and what it is unless set.
public enum LossParameter {
  /// What similarities are multiplied by before the softmax: the inverse temperature.
  SCALE(1e-3, 1e4),
  /// Whether passages also have to find their queries.
  SYMMETRIC(0, 1),
  /// The share of the target that is spread evenly over all candidates.
  LABEL_SMOOTHING(0, .9),
  /// How far right and wrong shall be apart. For a guided loss: how close to the right passage one
  /// may come in the guide's eyes and still count as wrong.
  MARGIN(0, 1e3),
  /// Between vectors.
  DISTANCE(0, 1),
  /// Whether the margin is a share of the guide's similarity.
  RELATIVE_MARGIN(0, 1),
  /// Pairs of less relevance are not learned from; 0: all of positive relevance are.
  THRESHOLD(0, 1e6),
  /// Whether vectors are compared by their dot product instead of their cosine.
  DOT_PRODUCT(0, 1);

  private final double least;
  private final double greatest;

  LossParameter(double least, double greatest) {
    this.least = least;
    this.greatest = greatest;
  }

  /// As in files: `label_smoothing`.
  String field() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// As on the command line and in messages: `label-smoothing`.
  public String id() {
    return field().replace('_', '-');
  }

  double least() {
    return least;
  }

  double greatest() {
    return greatest;
  }
}
