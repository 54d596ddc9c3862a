package dev.retune.retrieval;

/// The best few of many scored passages, kept in a heap whose root is the worst of them.
///
/// Of equal scores the passage with the smaller index is better. A score that is not a number is
/// never kept.
final class TopHits {
  private final double[] scores;
  private final int[] indexes;
  private int size;

  TopHits(int k) {
    scores = new double[k];
    indexes = new int[k];
  }

  int size() {
    return size;
  }

  /// The score that a passage must exceed; below every number while there is still room.
  double threshold() {
    return size < scores.length ? Double.NEGATIVE_INFINITY : scores[0];
  }

  void offer(int index, double score) {
    if (Double.isNaN(score)) {
      return;
    }
    if (size < scores.length) {
      scores[size] = score;
      indexes[size] = index;
      up(size++);
    } else if (size > 0 && better(score, index, scores[0], indexes[0])) {
      scores[0] = score;
      indexes[0] = index;
      down();
    }
  }

  void offerAll(TopHits other) {
    for (int i = 0; i < other.size; i++) {
      offer(other.indexes[i], other.scores[i]);
    }
  }

  /// What is done with one hit.
  @FunctionalInterface
  interface Taker {
    void take(int index, double score);
  }

  /// Hands out the hits, worst first, and leaves the heap empty.
  void drainWorstFirst(Taker taker) {
    while (size > 0) {
      taker.take(indexes[0], scores[0]);
      size--;
      scores[0] = scores[size];
      indexes[0] = indexes[size];
      down();
    }
  }

  private static boolean better(double score, int index, double thanScore, int thanIndex) {
    return score > thanScore || (score == thanScore && index < thanIndex);
  }

  private boolean worse(int a, int b) {
    return better(scores[b], indexes[b], scores[a], indexes[a]);
  }

  private void up(int start) {
    for (int i = start, parent = (i - 1) / 2; i > 0 && worse(i, parent); parent = (i - 1) / 2) {
      swap(i, parent);
      i = parent;
    }
  }

  private void down() {
    for (int i = 0; ; ) {
      int worst = i;
      for (int child = 2 * i + 1; child <= 2 * i + 2 && child < size; child++) {
        worst = worse(child, worst) ? child : worst;
      }
      if (worst == i) {
        return;
      }
      swap(i, worst);
      i = worst;
    }
  }

  private void swap(int a, int b) {
    double score = scores[a];
    scores[a] = scores[b];
    scores[b] = score;
    int index = indexes[a];
    indexes[a] = indexes[b];
    indexes[b] = index;
  }
}
