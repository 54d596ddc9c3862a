package dev.retune.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.retune.encoder.Similarity;
import dev.retune.task.Progress;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VectorSearcherTest {
  private static final WordsEmbedder COSINE = new WordsEmbedder(Similarity.COSINE, "pump", "oil");
  private static final WordsEmbedder DOT = new WordsEmbedder(Similarity.DOT, "pump", "oil");

  private static Map<String, String> numbered(int size) {
    var corpus = new LinkedHashMap<String, String>();
    IntStream.range(0, size).forEach(i -> corpus.put("p" + i, "text"));
    return corpus;
  }

  private static float[][] random(int rows, int columns, long seed) {
    var random = new SplittableRandom(seed);
    var vectors = new float[rows][columns];
    for (var vector : vectors) {
      for (int d = 0; d < columns; d++) {
        vector[d] = (float) random.nextGaussian();
      }
    }
    return vectors;
  }

  private static double dot(float[] a, float[] b) {
    return IntStream.range(0, a.length).mapToDouble(d -> (double) a[d] * b[d]).sum();
  }

  private static double score(float[] query, float[] passage, Similarity similarity) {
    double dot = dot(query, passage);
    return switch (similarity) {
      case DOT -> dot;
      case COSINE -> dot / Math.sqrt(dot(query, query) * dot(passage, passage));
    };
  }

  @Test
  void findsWhatAPlainLoopFindsWhateverTheSizes() {
    for (var similarity : Similarity.values()) {
      for (int size : new int[] {1, 127, 128, 129, 700}) {
        for (int dimension : new int[] {1, 3, 4, 9, 64}) {
          var embedder = new WordsEmbedder(similarity);
          var vectors = random(size, dimension, size);
          var searcher = new VectorSearcher(embedder, numbered(size), vectors);
          var queries = random(5, dimension, 7);
          var found = searcher.search(queries, 20);
          for (int q = 0; q < queries.length; q++) {
            var query = queries[q];
            var scores =
                IntStream.range(0, size)
                    .mapToObj(i -> score(query, vectors[i], similarity))
                    .sorted(Comparator.reverseOrder())
                    .limit(20)
                    .toList();
            assertThat(found.get(q)).hasSize(scores.size());
            for (int i = 0; i < scores.size(); i++) {
              var hit = found.get(q).get(i);
              int passage = Integer.parseInt(hit.passageId().substring(1));
              assertThat(hit.score()).isCloseTo(scores.get(i), within(1e-4));
              assertThat(score(query, vectors[passage], similarity))
                  .isCloseTo(scores.get(i), within(1e-4));
            }
            assertThat(found.get(q)).extracting(Hit::passageId).doesNotHaveDuplicates();
          }
        }
      }
    }
  }

  @Test
  void aPassageScoresByItsBestWindow() {
    var random = new SplittableRandom(3);
    for (var similarity : Similarity.values()) {
      for (int size : new int[] {1, 5, 60, 300}) {
        var vectors = new float[size][][];
        for (int p = 0; p < size; p++) {
          vectors[p] = random(random.nextInt(1, p == 3 ? 300 : 6), 9, 100L * size + p);
        }
        var searcher =
            new VectorSearcher(
                new WordsEmbedder(similarity), numbered(size), new PassageVectors(vectors));
        var queries = random(5, 9, 7);
        var found = searcher.search(queries, 20);
        var every = searcher.scores(queries);
        for (int q = 0; q < queries.length; q++) {
          var query = queries[q];
          var scores = every[q];
          var best =
              Arrays.stream(vectors)
                  .mapToDouble(windows ->
                      Arrays.stream(windows)
                          .mapToDouble(window -> score(query, window, similarity))
                          .max()
                          .orElseThrow())
                  .toArray();
          for (int p = 0; p < size; p++) {
            assertThat((double) scores[p]).isCloseTo(best[p], within(1e-4));
          }
          assertThat(found.get(q))
              .extracting(Hit::score)
              .isEqualTo(
                  IntStream.range(0, size)
                      .mapToObj(p -> (double) scores[p])
                      .sorted(Comparator.reverseOrder())
                      .limit(20)
                      .toList());
          assertThat(found.get(q)).extracting(Hit::passageId).doesNotHaveDuplicates();
        }
      }
    }
  }

  @Test
  void oneBadWindowDoesNotHideTheOthers() {
    var vectors =
        new PassageVectors(
            new float[][][] {{{Float.NaN, 0}}, {{0, 1}, {Float.NaN, 0}, {3, 0}}, {{1, 1}}});
    var searcher = new VectorSearcher(DOT, numbered(3), vectors);
    assertThat(searcher.search(new float[][] {{1, 0}}, 3).getFirst())
        .containsExactly(new Hit("p1", 3), new Hit("p2", 1));
    assertThat(searcher.scores(new float[][] {{1, 0}})[0])
        .containsExactly(Float.NEGATIVE_INFINITY, 3, 1);
  }

  @Test
  void equalScoresStandInTheOrderOfTheCorpus() {
    var vectors = new float[1000][2];
    for (int i = 0; i < vectors.length; i++) {
      vectors[i][i % 3 == 0 ? 0 : 1] = 0.3f;
    }
    var searcher = new VectorSearcher(COSINE, numbered(1000), vectors);
    var wanted = IntStream.range(0, 50).mapToObj(i -> "p" + 3 * i).toList();
    assertThat(searcher.search(new float[][] {{1, 0.1f}}, 50).getFirst())
        .extracting(Hit::passageId)
        .isEqualTo(wanted);
  }

  @Test
  void cosineIgnoresLengthAndDotDoesNot() {
    var vectors = new float[][] {{1, 0}, {3, 3}};
    var query = new float[][] {{2, 0}};
    assertThat(new VectorSearcher(COSINE, numbered(2), vectors).search(query, 2).getFirst())
        .extracting(Hit::passageId)
        .containsExactly("p0", "p1");
    assertThat(new VectorSearcher(DOT, numbered(2), vectors).search(query, 2).getFirst())
        .containsExactly(new Hit("p1", 6), new Hit("p0", 2));
  }

  @Test
  void whatIsNotANumberIsNeverFound() {
    var vectors = new float[][] {{Float.NaN, 0}, {0, 0}, {1, 0}};
    assertThat(
            new VectorSearcher(COSINE, numbered(3), vectors)
                .search(new float[][] {{1, 0}}, 3)
                .getFirst())
        .containsExactly(new Hit("p2", 1), new Hit("p1", 0));
  }

  @Test
  void embedsTheCorpusOnceAndEachQuery() {
    var embedder = new WordsEmbedder(Similarity.COSINE, "pump", "oil");
    var corpus = new LinkedHashMap<String, String>();
    corpus.put("a", "oil");
    corpus.put("b", "a pump");
    var searcher = new VectorSearcher(embedder, corpus, Progress.none());
    assertThat(searcher.search("Which pump?", 1)).containsExactly(new Hit("b", 1));
    assertThat(searcher.search(List.of("oil", "pump"), 5, Progress.none()))
        .extracting(hits -> hits.getFirst().passageId())
        .containsExactly("a", "b");
    assertThat(embedder.embedded).containsExactly("oil", "a pump", "Which pump?", "oil", "pump");
    assertThat(searcher.search(List.of(), 5, Progress.none())).isEmpty();
  }

  @Test
  void anEmptyCorpusHasNothing() {
    var searcher = new VectorSearcher(COSINE, Map.of(), Progress.none());
    assertThat(searcher.search("pump", 10)).isEmpty();
  }

  @Test
  void refusesVectorsThatDoNotFit() {
    assertThatThrownBy(() -> new VectorSearcher(COSINE, numbered(2), new float[1][2]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new VectorSearcher(COSINE, numbered(2), new float[][] {{1, 2}, {1}}))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> new VectorSearcher(COSINE, numbered(1), new PassageVectors(new float[1][0][])))
        .isInstanceOf(IllegalArgumentException.class);
    var searcher = new VectorSearcher(COSINE, numbered(1), new float[1][2]);
    assertThatThrownBy(() -> searcher.search(new float[1][3], 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
