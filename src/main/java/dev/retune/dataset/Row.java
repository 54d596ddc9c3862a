package dev.retune.dataset;

import org.jspecify.annotations.Nullable;

/// One example to learn from. Texts are named by id: the first text of a row stands among the
/// queries of its [TrainingData], the others in the corpus.
public sealed interface Row permits PairRow, TripletRow, ScoredRow, LabelledRow, ClassRow {

  Split split();

  /// Where the passage came from; null if unknown.
  @Nullable Origin origin();

  /// The shape that this kind of row belongs to.
  default Shape shape() {
    return switch (this) {
      case PairRow _ -> Shape.PAIRS;
      case TripletRow _ -> Shape.TRIPLETS;
      case ScoredRow _ -> Shape.SCORED;
      case LabelledRow _ -> Shape.LABELLED;
      case ClassRow _ -> Shape.CLASSES;
    };
  }
}
