package dev.retune.training.loss;

import dev.retune.dataset.Row;
import dev.retune.dataset.Shape;
import dev.retune.dataset.Split;
import dev.retune.dataset.TrainingData;
import dev.retune.dataset.TripletRow;

/// What there is to learn from, as far as losses care.
public enum Material {
  /// Queries with passages that answer them, perhaps with graded relevance.
  PAIRS,
  /// Queries with answering passages and hard negatives.
  TRIPLETS,
  /// Two texts and how similar they are.
  SCORED,
  /// Two texts and whether they belong together.
  LABELLED,
  /// Single texts and their classes.
  CLASSES,
  /// Triplets with a teacher's score for every passage.
  TEACHER_SCORES;

  /// What the training rows of `data` are.
  public static Material of(TrainingData data) {
    var rows = data.rows(Split.TRAIN);
    return rows.isEmpty() || !rows.stream().allMatch(Material::taught)
        ? of(data.shape())
        : TEACHER_SCORES;
  }

  private static Material of(Shape shape) {
    return switch (shape) {
      case PAIRS -> PAIRS;
      case TRIPLETS -> TRIPLETS;
      case SCORED -> SCORED;
      case LABELLED -> LABELLED;
      case CLASSES -> CLASSES;
    };
  }

  private static boolean taught(Row row) {
    return row instanceof TripletRow triplet && triplet.posScores() != null;
  }
}
