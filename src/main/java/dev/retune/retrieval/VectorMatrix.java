package dev.retune.retrieval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Vectors of passages, one or several each, laid out for fast exact search: blocks of [#BLOCK]
/// vectors, each block stored dimension by dimension. The inner loop then runs along vectors
/// instead of summing along one, which the compiler turns into SIMD code without the incubating
/// Vector API, and every score is summed in the same order wherever the vector stands, so equal
/// vectors get equal scores.
final class VectorMatrix {
  /// 128 vectors of 384 dimensions fill 192 KiB, which stays in the second-level cache while a
  /// group of queries passes over it.
  static final int BLOCK = 128;

  private final int dimension;
  private final List<float[]> blocks = new ArrayList<>();

  /// Where the vectors of passage `p` begin; one entry more than passages.
  private final int[] first;

  /// The passage of each vector.
  private final int[] owners;

  /// @param passages `[passages][vectors][dimension]`, at least one vector a passage, all of one
  ///   length
  /// @param unit whether to scale each to length 1, which makes dot products cosines
  VectorMatrix(float[][][] passages, boolean unit) {
    first = new int[passages.length + 1];
    for (int p = 0; p < passages.length; p++) {
      if (passages[p].length == 0) {
        throw new IllegalArgumentException("passage " + p + " has no vector");
      }
      first[p + 1] = first[p] + passages[p].length;
    }
    int size = first[passages.length];
    dimension = size == 0 ? 0 : passages[0][0].length;
    owners = new int[size];
    for (int start = 0; start < size; start += BLOCK) {
      blocks.add(new float[dimension * BLOCK]);
    }
    for (int p = 0; p < passages.length; p++) {
      for (int i = first[p]; i < first[p + 1]; i++) {
        owners[i] = p;
        put(i, passages[p][i - first[p]], unit);
      }
    }
  }

  private VectorMatrix(int dimension, int[] first, int[] owners) {
    this.dimension = dimension;
    this.first = first;
    this.owners = owners;
  }

  /// The same passages by the first numbers of their vectors.
  ///
  /// @param length how many of them, at most as many as there are
  /// @param unit whether to scale what is left to length 1
  VectorMatrix truncated(int length, boolean unit) {
    if (length < 1 || length > dimension) {
      throw new IllegalArgumentException(length + " of " + dimension);
    }
    var cut = new VectorMatrix(length, first, owners);
    for (var block : blocks) {
      var kept = Arrays.copyOf(block, length * BLOCK);
      if (unit) {
        scale(kept, length);
      }
      cut.blocks.add(kept);
    }
    return cut;
  }

  private static void scale(float[] block, int length) {
    var vector = new float[length];
    for (int i = 0; i < BLOCK; i++) {
      for (int d = 0; d < length; d++) {
        vector[d] = block[d * BLOCK + i];
      }
      float scale = inverseLength(vector);
      for (int d = 0; d < length; d++) {
        block[d * BLOCK + i] *= scale;
      }
    }
  }

  private void put(int index, float[] vector, boolean unit) {
    if (vector.length != dimension) {
      throw new IllegalArgumentException(
          "vector " + index + " has " + vector.length + " numbers, not " + dimension);
    }
    var block = blocks.get(index / BLOCK);
    float scale = unit ? inverseLength(vector) : 1;
    for (int d = 0; d < dimension; d++) {
      block[d * BLOCK + index % BLOCK] = vector[d] * scale;
    }
  }

  /// The vector scaled to length 1; a zero vector stays as it is.
  static float[] unit(float[] vector) {
    float scale = inverseLength(vector);
    var scaled = vector.clone();
    for (int d = 0; d < scaled.length; d++) {
      scaled[d] *= scale;
    }
    return scaled;
  }

  private static float inverseLength(float[] vector) {
    double sum = 0;
    for (float value : vector) {
      sum += (double) value * value;
    }
    return sum == 0 ? 1 : (float) (1 / Math.sqrt(sum));
  }

  /// The best `k` passages for each query by the dot product of their best vector, found on all
  /// cores.
  ///
  /// @param queries `[queries][dimension]`
  TopHits[] search(float[][] queries, int k) {
    var found =
        inParts((from, to) -> {
          var best = new TopHits[queries.length];
          Arrays.setAll(best, _ -> new TopHits(Math.min(k, passages())));
          scan(
              queries,
              from,
              to,
              (query, passage, score) -> {
                // Later passages lose ties, so only a strictly better one needs the heap.
                if (score > best[query].threshold()) {
                  best[query].offer(passage, score);
                }
              });
          return best;
        });
    var best = found.getFirst();
    for (var other : found.subList(1, found.size())) {
      for (int q = 0; q < queries.length; q++) {
        best[q].offerAll(other[q]);
      }
    }
    return best;
  }

  /// The dot product of every passage's best vector with each query, computed on all cores;
  /// negative infinity where none is a number.
  ///
  /// @param queries `[queries][dimension]`
  /// @return `[queries][passages]`
  float[][] scores(float[][] queries) {
    var scores = new float[queries.length][passages()];
    var _ =
        inParts((from, to) -> {
          scan(queries, from, to, (query, passage, score) -> scores[query][passage] = score);
          return scores;
        });
    return scores;
  }

  private int passages() {
    return first.length - 1;
  }

  /// What is done with a range of passages.
  @FunctionalInterface
  private interface Part<T> {
    T of(int from, int to);
  }

  /// Splits the passages over the cores; the results in the order of the passages.
  private <T> List<T> inParts(Part<T> part) {
    int parts =
        Math.clamp(Runtime.getRuntime().availableProcessors(), 1, Math.max(1, blocks.size()));
    return IntStream.range(0, parts)
        .parallel()
        .mapToObj(i ->
            part.of(
                (int) ((long) passages() * i / parts), (int) ((long) passages() * (i + 1) / parts)))
        .toList();
  }

  /// What is done with one score.
  @FunctionalInterface
  private interface Taker {
    void take(int query, int passage, float score);
  }

  /// Hands out the scores of the passages `from` to `to`, for each query in their order.
  private void scan(float[][] queries, int from, int to, Taker taker) {
    int begin = first[from];
    int end = first[to];
    var scores = new float[BLOCK];
    // Of the passage whose vectors go on in the next block.
    var open = new float[queries.length];
    Arrays.fill(open, Float.NEGATIVE_INFINITY);
    for (int start = begin - begin % BLOCK; start < end; start += BLOCK) {
      for (int q = 0; q < queries.length; q++) {
        score(queries[q], blocks.get(start / BLOCK), scores);
        float best = open[q];
        for (int i = Math.max(begin, start); i < Math.min(end, start + BLOCK); i++) {
          // Not Math.max: a score that is not a number must not hide the others.
          best = scores[i - start] > best ? scores[i - start] : best;
          int passage = owners[i];
          if (i + 1 == first[passage + 1]) {
            taker.take(q, passage, best);
            best = Float.NEGATIVE_INFINITY;
          }
        }
        open[q] = best;
      }
    }
  }

  /// Four dimensions at a time: fewer passes over the scores.
  private void score(float[] query, float[] block, float[] scores) {
    if (query.length != dimension) {
      throw new IllegalArgumentException(
          "the query has " + query.length + " numbers, the passages " + dimension);
    }
    Arrays.fill(scores, 0);
    int d = 0;
    for (; d + 3 < dimension; d += 4) {
      add4(block, d * BLOCK, query[d], query[d + 1], query[d + 2], query[d + 3], scores);
    }
    for (; d < dimension; d++) {
      int at = d * BLOCK;
      float q = query[d];
      for (int j = 0; j < BLOCK; j++) {
        scores[j] += q * block[at + j];
      }
    }
  }

  private static void add4(
      float[] block, int at, float q0, float q1, float q2, float q3, float[] scores) {
    for (int j = 0; j < BLOCK; j++) {
      scores[j] +=
          q0 * block[at + j]
              + q1 * block[at + BLOCK + j]
              + q2 * block[at + 2 * BLOCK + j]
              + q3 * block[at + 3 * BLOCK + j];
    }
  }
}
