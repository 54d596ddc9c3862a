package dev.retune.retrieval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Vectors laid out for fast exact search: blocks of [#BLOCK] vectors, each block stored dimension
/// by dimension. The inner loop then runs along vectors instead of summing along one, which the
/// compiler turns into SIMD code without the incubating Vector API, and every score is summed in
/// the same order wherever the vector stands, so equal vectors get equal scores.
final class VectorMatrix {
  /// 128 vectors of 384 dimensions fill 192 KiB, which stays in the second-level cache while a
  /// group of queries passes over it.
  static final int BLOCK = 128;

  private final int size;
  private final int dimension;
  private final List<float[]> blocks = new ArrayList<>();

  /// @param vectors `[vectors][dimension]`, all of one length
  /// @param unit whether to scale each to length 1, which makes dot products cosines
  VectorMatrix(float[][] vectors, boolean unit) {
    size = vectors.length;
    dimension = size == 0 ? 0 : vectors[0].length;
    for (int start = 0; start < size; start += BLOCK) {
      var block = new float[dimension * BLOCK];
      for (int j = 0; j < Math.min(BLOCK, size - start); j++) {
        var vector = vectors[start + j];
        if (vector.length != dimension) {
          throw new IllegalArgumentException(
              "vector " + (start + j) + " has " + vector.length + " numbers, not " + dimension);
        }
        float scale = unit ? inverseLength(vector) : 1;
        for (int d = 0; d < dimension; d++) {
          block[d * BLOCK + j] = vector[d] * scale;
        }
      }
      blocks.add(block);
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

  /// The best `k` vectors by dot product for each query, found on all cores.
  ///
  /// @param queries `[queries][dimension]`
  TopHits[] search(float[][] queries, int k) {
    int depth = Math.min(k, size);
    int parts =
        Math.clamp(Runtime.getRuntime().availableProcessors(), 1, Math.max(1, blocks.size()));
    var found =
        IntStream.range(0, parts)
            .parallel()
            .mapToObj(part -> search(queries, depth, part, parts))
            .toList();
    var best = found.getFirst();
    for (var other : found.subList(1, found.size())) {
      for (int q = 0; q < queries.length; q++) {
        best[q].offerAll(other[q]);
      }
    }
    return best;
  }

  private TopHits[] search(float[][] queries, int depth, int part, int parts) {
    var best = new TopHits[queries.length];
    Arrays.setAll(best, _ -> new TopHits(depth));
    var scores = new float[BLOCK];
    int from = (int) ((long) blocks.size() * part / parts);
    int to = (int) ((long) blocks.size() * (part + 1) / parts);
    for (int b = from; b < to; b++) {
      int start = b * BLOCK;
      int count = Math.min(BLOCK, size - start);
      for (int q = 0; q < queries.length; q++) {
        score(queries[q], blocks.get(b), scores);
        var heap = best[q];
        for (int j = 0; j < count; j++) {
          // Later vectors lose ties, so only a strictly better one needs the heap.
          if (scores[j] > heap.threshold()) {
            heap.offer(start + j, scores[j]);
          }
        }
      }
    }
    return best;
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
