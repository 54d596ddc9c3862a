package dev.retune.training.loss;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

/// For texts with classes: the farthest text of the same class shall be nearer than the nearest of
/// another, by a margin (sentence-transformers' BatchHardTripletLoss; Hermans, Beyer, Leibe, In
/// defense of the triplet loss for person re-identification, 2017).
final class BatchHardTriplet implements Loss {
  private final Distance distance;
  private final double margin;

  BatchHardTriplet(LossSettings settings) {
    distance = settings.distance();
    margin = settings.number(LossParameter.MARGIN);
  }

  /// One column: the texts; target: the class.
  @Override
  public NDArray of(LossBatch batch) {
    var rows = batch.rows();
    var distances = distance.among(batch.column(0));
    var numbers = distances.toFloatArray();
    var classes = batch.target().toFloatArray();
    var farthest = new float[rows * rows];
    var nearest = new float[rows * rows];
    for (var row = 0; row < rows; row++) {
      var positive = hardest(numbers, classes, row, true);
      if (positive >= 0) {
        farthest[row * rows + positive] = 1;
      }
      var negative = hardest(numbers, classes, row, false);
      // Without any other class in the batch, the reference takes the farthest text instead.
      nearest[row * rows + (negative >= 0 ? negative : farthestOf(numbers, rows, row))] = 1;
    }
    var manager = distances.getManager();
    var shape = new Shape(rows, rows);
    var far = distances.mul(manager.create(farthest, shape)).sum(new int[] {1});
    var near = distances.mul(manager.create(nearest, shape)).sum(new int[] {1});
    return batch.mean(Similarities.atLeast(0, far.sub(near).add(margin)));
  }

  /// The farthest other text of the same class, or the nearest of another; −1 if there is none.
  private static int hardest(float[] distances, float[] classes, int row, boolean same) {
    var rows = classes.length;
    var hardest = -1;
    for (var other = 0; other < rows; other++) {
      if (other == row || (classes[other] == classes[row]) != same) {
        continue;
      }
      var apart = distances[row * rows + other];
      if (hardest < 0
          || (same
              ? apart > distances[row * rows + hardest]
              : apart < distances[row * rows + hardest])) {
        hardest = other;
      }
    }
    return hardest;
  }

  private static int farthestOf(float[] distances, int rows, int row) {
    var farthest = 0;
    for (var other = 1; other < rows; other++) {
      if (distances[row * rows + other] > distances[row * rows + farthest]) {
        farthest = other;
      }
    }
    return farthest;
  }
}
