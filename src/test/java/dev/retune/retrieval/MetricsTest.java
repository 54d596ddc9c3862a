package dev.retune.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.retune.TestData;
import dev.retune.dataset.RetrievalSet;
import dev.retune.encoder.Similarity;
import dev.retune.file.Json;
import dev.retune.task.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/// The figures that public test suites expect.
class MetricsTest {
  private static final EvaluationOptions TREC =
      new EvaluationOptions(List.of(1, 2, 3, 5, 6, 10, 1000), MetricConvention.TREC_EVAL);
  private static final EvaluationOptions TRANSFORMERS =
      new EvaluationOptions(List.of(1, 3, 5), MetricConvention.SENTENCE_TRANSFORMERS);

  private static JsonNode expected(String source) {
    var cases =
        Json.read(TestData.shared("metrics/expected_values.json"), JsonNode.class).get("cases");
    return StreamSupport.stream(cases.spliterator(), false)
        .filter(node -> node.get("source").asText().contains(source))
        .findFirst()
        .orElseThrow();
  }

  private static Map<String, Double> numbers(JsonNode node) {
    var numbers = new LinkedHashMap<String, Double>();
    node.properties().forEach(entry -> numbers.put(entry.getKey(), entry.getValue().asDouble()));
    return numbers;
  }

  private static Map<String, String> texts(JsonNode node) {
    var texts = new LinkedHashMap<String, String>();
    node.properties().forEach(entry -> texts.put(entry.getKey(), entry.getValue().asText()));
    return texts;
  }

  private static List<String> byScore(JsonNode run) {
    return numbers(run).entrySet().stream()
        .sorted(Comparator.comparingDouble(entry -> -entry.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  @Test
  void sentenceTransformers() {
    var node = expected("test_information_retrieval_evaluator.py");
    var qrels = new HashMap<String, Map<String, Double>>();
    node.get("relevant")
        .properties()
        .forEach(query -> {
          var judged = new HashMap<String, Double>();
          query.getValue().forEach(id -> judged.put(id.asText(), 1.0));
          qrels.put(query.getKey(), judged);
        });
    var set = new RetrievalSet(texts(node.get("corpus")), texts(node.get("queries")), qrels);
    var embedder =
        new WordsEmbedder(Similarity.COSINE, "pokemon", "car", "vehicle", "fruit", "vegetable");
    var searcher = new VectorSearcher(embedder, set.corpus(), Progress.none());
    var evaluation = RetrievalEvaluator.evaluate(searcher, set, TRANSFORMERS, Progress.none());
    numbers(node.get("expected"))
        .forEach((name, value) ->
            assertThat(evaluation.metric(name)).as(name).isCloseTo(value, within(1e-9)));
  }

  @Test
  void mteb() {
    var node = expected("test_RetrievalEvaluator.py");
    var sums = new HashMap<String, Double>();
    for (var query : List.of("0", "1")) {
      var judged = numbers(node.get("qrels").get(query));
      Metrics.of(byScore(node.get("run").get(query)), judged, TREC)
          .forEach((name, value) -> sums.merge(name, value / 2, Double::sum));
    }
    numbers(node.get("expected"))
        .forEach((name, value) ->
            assertThat(sums.get(name.replace("P@", "precision@")))
                .as(name)
                .isCloseTo(value, within(1e-9)));
  }

  @Test
  void pytrecEval() {
    var node = expected("pytrec_eval_tests.py");
    var judged = numbers(node.get("qrels").get("q1"));
    for (var run : node.get("runs")) {
      var metrics = Metrics.of(byScore(run.get("run")), judged, TREC);
      numbers(run)
          .forEach((name, value) -> {
            if (name.startsWith("ndcg")) {
              var ours = metrics.get(name.equals("ndcg") ? "ndcg@1000" : name);
              assertThat(ours).as(run + name).isCloseTo(value, within(1e-9));
            }
          });
    }
  }

  @Test
  void ranx() {
    var node = expected("ranx");
    var judged = Map.of("2", 5.0, "4", 4.0, "5", 3.0, "10", 2.0);
    numbers(node.get("ndcg@10_linear_gain"))
        .forEach((ranking, value) ->
            assertThat(Metrics.of(Arrays.asList(ranking.split(",")), judged, TREC).get("ndcg@10"))
                .as(ranking)
                .isCloseTo(value, within(1e-9)));
    int compared = 0;
    for (var binary : node.get("binary")) {
      var relevant = new HashMap<String, Double>();
      binary.get("rel").forEach(id -> relevant.put(id.asText(), 1.0));
      var ranking = new ArrayList<String>();
      binary.get("ranked").forEach(id -> ranking.add(id.asText()));
      var metrics = Metrics.of(ranking, relevant, TREC);
      for (var field : binary.properties()) {
        var ours = metrics.get(field.getKey().replace("P@", "precision@"));
        if (ours != null) {
          assertThat(ours)
              .as(binary.toString())
              .isCloseTo(field.getValue().asDouble(), within(1e-9));
          compared++;
        }
      }
    }
    assertThat(compared).isEqualTo(5);
  }

  @Test
  void negativeRelevanceIsNotRelevantAndTheScoreGivesTheOrder() {
    var node = expected("ir_measures");
    var wanted = node.get("expected").get("AP");
    for (var query : List.of("0", "1")) {
      var judged = numbers(node.get("qrels").get(query));
      var metrics = Metrics.of(byScore(node.get("run").get(query)), judged, TREC);
      assertThat(metrics.get("map@1000"))
          .isCloseTo(wanted.get(query).asDouble(), within(node.get("tol").asDouble()));
    }
  }

  @Test
  void conventionsDifferWhereTheySay() {
    var judged = Map.of("a", 3.0, "b", 1.0);
    var ranking = List.of("b", "x", "a");
    var ours = Metrics.of(ranking, judged, TRANSFORMERS);
    var trec = Metrics.of(ranking, judged, TREC);
    assertThat(ours.get("map@1")).isEqualTo(1);
    assertThat(trec.get("map@1")).isEqualTo(0.5);
    assertThat(ours.get("ndcg@1")).isEqualTo(1);
    assertThat(trec.get("ndcg@1")).isCloseTo(1 / 3.0, within(1e-12));
    assertThat(ours.get("recall@1")).isEqualTo(trec.get("recall@1")).isEqualTo(0.5);
    assertThat(ours.get("precision@5")).isEqualTo(0.4);
    assertThat(ours.get("mrr@1")).isEqualTo(1);
  }
}
