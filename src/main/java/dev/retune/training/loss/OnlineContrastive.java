package dev.retune.training.loss;

import ai.djl.ndarray.NDArray;
import java.util.stream.IntStream;

/// Contrastive loss over the hard rows of the batch only: those that belong together and are
/// farther apart than the nearest that do not, and those that do not and are nearer than the
/// farthest that do (sentence-transformers' OnlineContrastiveLoss); their sum.
final class OnlineContrastive implements Loss {
  private final Distance distance;
  private final double margin;

  OnlineContrastive(LossSettings settings) {
    distance = settings.distance();
    margin = settings.number(LossParameter.MARGIN);
  }

  /// Columns: first and second text; target: 1 if they belong together, else 0.
  @Override
  public NDArray of(LossBatch batch) {
    var apart = distance.between(batch.column(0), batch.column(1));
    var numbers = apart.toFloatArray();
    var labels = batch.target().toFloatArray();
    var farthest = bound(numbers, labels, 1);
    var nearest = bound(numbers, labels, 0);
    var together = new float[numbers.length];
    var others = new float[numbers.length];
    for (var row = 0; row < numbers.length; row++) {
      together[row] = labels[row] == 1 && numbers[row] > nearest ? 1 : 0;
      others[row] = labels[row] == 0 && numbers[row] < farthest ? 1 : 0;
    }
    var manager = apart.getManager();
    var pull = apart.square().mul(manager.create(together));
    var push =
        Similarities.atLeast(0, apart.neg().add(margin)).square().mul(manager.create(others));
    return pull.add(push).sum();
  }

  /// The greatest distance of rows with label 1, the least of those with label 0; where there are
  /// none, the mean of the others.
  private static double bound(float[] numbers, float[] labels, int label) {
    var of = IntStream.range(0, labels.length).filter(row -> labels[row] == label);
    var distances = of.mapToDouble(row -> numbers[row]);
    var bound = label == 1 ? distances.max() : distances.min();
    return bound.orElseGet(() ->
        IntStream.range(0, numbers.length).mapToDouble(row -> numbers[row]).average().orElse(0));
  }
}
