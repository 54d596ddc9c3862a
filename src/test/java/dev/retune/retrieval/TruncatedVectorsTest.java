package dev.retune.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.retune.dataset.RetrievalSet;
import dev.retune.encoder.EmbedOptions;
import dev.retune.encoder.LocalEmbedder;
import dev.retune.encoder.ModelFolder;
import dev.retune.encoder.Similarity;
import dev.retune.file.Json;
import dev.retune.task.Progress;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Vectors cut short are measured as sentence-transformers measures them with `truncate_dim`.
class TruncatedVectorsTest {
  private static final Path FIXTURES = Path.of("src/test/fixtures");
  private static final List<Integer> DIMENSIONS = List.of(16, 8, 3);

  @ParameterizedTest
  @EnumSource
  void everyMetricAtEveryLength(Similarity similarity) {
    var expected =
        Json.read(FIXTURES.resolve("truncated.json"), JsonNode.class)
            .get(similarity.name().toLowerCase(Locale.ROOT));
    var folder = ModelFolder.read(FIXTURES.resolve("training/model"));
    var options = EmbedOptions.defaults().withSimilarity(similarity);
    var set = set();
    try (var embedder = LocalEmbedder.open(folder, options);
        var searcher = new VectorSearcher(embedder, set.corpus(), Progress.none())) {
      var measured =
          RetrievalEvaluator.truncated(
              searcher, set, DIMENSIONS, EvaluationOptions.STANDARD, Progress.none());
      assertThat(measured.keySet()).containsExactlyElementsOf(DIMENSIONS);
      for (int dimension : DIMENSIONS) {
        expected
            .get(Integer.toString(dimension))
            .properties()
            .forEach(wanted ->
                assertThat(metrics(measured, dimension).get(wanted.getKey()))
                    .as("%s at %d", wanted.getKey(), dimension)
                    .isCloseTo(wanted.getValue().asDouble(), within(1e-9)));
      }
      var whole =
          RetrievalEvaluator.evaluate(searcher, set, EvaluationOptions.STANDARD, Progress.none());
      assertThat(metrics(measured, 16)).isEqualTo(whole.metrics());
      assertThatThrownBy(() -> searcher.truncated(17)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void blocksAndSeveralVectorsOfAPassageStayInTheirPlaces() {
    var passages = new float[300][][];
    for (int p = 0; p < passages.length; p++) {
      passages[p] = new float[1 + p % 3][];
      for (int i = 0; i < passages[p].length; i++) {
        passages[p][i] = new float[] {p + 1, 7 * i - 3, (p * 31 + i) % 17, p % 5};
      }
    }
    var shortened = new float[300][][];
    for (int p = 0; p < passages.length; p++) {
      shortened[p] = new float[passages[p].length][];
      for (int i = 0; i < passages[p].length; i++) {
        shortened[p][i] = new float[] {passages[p][i][0], passages[p][i][1]};
      }
    }
    float[][] queries = {{.3f, -.7f}, {-1, .2f}};
    for (var unit : List.of(true, false)) {
      var cut = new VectorMatrix(passages, unit).truncated(2, unit).scores(queries);
      var own = new VectorMatrix(shortened, unit).scores(queries);
      for (int q = 0; q < queries.length; q++) {
        assertThat(cut[q]).containsExactly(own[q], within(1e-4f));
      }
    }
  }

  private static Map<String, Double> metrics(Map<Integer, Evaluation> measured, int dimension) {
    return Objects.requireNonNull(measured.get(dimension)).metrics();
  }

  private static RetrievalSet set() {
    var given = Json.read(FIXTURES.resolve("losses/data.json"), JsonNode.class);
    var corpus = new LinkedHashMap<String, String>();
    for (var column :
        List.of(given.get("passages"), given.at("/negatives/0"), given.at("/negatives/1"))) {
      column.forEach(text -> corpus.put("p" + corpus.size(), text.asText()));
    }
    var queries = new LinkedHashMap<String, String>();
    var qrels = new LinkedHashMap<String, Map<String, Double>>();
    for (var text : given.get("queries")) {
      var i = queries.size();
      queries.put("q" + i, text.asText());
      qrels.put("q" + i, Map.of("p" + i, 1.0));
    }
    return new RetrievalSet(corpus, queries, qrels);
  }
}
