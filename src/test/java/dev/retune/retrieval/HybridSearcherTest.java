package dev.retune.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retune.dataset.RetrievalSet;
import dev.retune.encoder.Similarity;
import dev.retune.task.Progress;
import dev.retune.text.ProblemException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HybridSearcherTest {
  private final Map<String, String> corpus = new LinkedHashMap<>();
  private final WordsEmbedder embedder = new WordsEmbedder(Similarity.COSINE, "pump", "oil");

  HybridSearcherTest() {
    corpus.put("hay", "straw and hay");
    corpus.put("rx", "RX-7");
    corpus.put("pumps", "pumps");
    corpus.put("oily", "an oily RX-7 of the pumps");
  }

  private VectorSearcher model() {
    return new VectorSearcher(embedder, corpus, Progress.none());
  }

  private List<String> found(double weight, String query) {
    try (var words = new Bm25Searcher(corpus);
        var hybrid = new HybridSearcher(model(), words, weight)) {
      return hybrid.search(query, 10).stream().map(Hit::passageId).toList();
    }
  }

  @Test
  void eachSideHelpsWhereTheOtherIsBlind() {
    assertThat(found(.5, "pump RX")).startsWith("oily").endsWith("hay");
    assertThat(found(.5, "straw")).startsWith("hay");
    assertThat(found(.5, "oil")).startsWith("oily");
  }

  @Test
  void theEndsOfTheScaleAreEachSideAlone() {
    for (var query : List.of("pump RX", "oil straw", "pumps", "of")) {
      var model = model().search(query, 10).stream().map(Hit::passageId).toList();
      assertThat(found(0, query)).isEqualTo(model);
      try (var bm25 = new Bm25Searcher(corpus)) {
        var words = bm25.search(query, 10).stream().map(Hit::passageId).toList();
        assertThat(found(1, query).subList(0, words.size())).isEqualTo(words);
      }
    }
  }

  @Test
  void refusesAWeightThatIsNoShare() {
    try (var words = new Bm25Searcher(corpus)) {
      for (double weight : new double[] {-.1, 1.1, Double.NaN}) {
        assertThatThrownBy(() -> new HybridSearcher(model(), words, weight))
            .isInstanceOf(ProblemException.class);
      }
    }
  }

  @Test
  void refusesSidesThatSearchDifferentPassages() {
    try (var words = new Bm25Searcher(Map.of("other", "text"))) {
      assertThatThrownBy(() -> new HybridSearcher(model(), words, .5))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void theWeightIsTheBestOneOnTheValidationQuestions() {
    var questions = Map.of("q1", "pump RX", "q2", "RX oil");
    var qrels = Map.of("q1", Map.of("rx", 1.0), "q2", Map.of("rx", 1.0));
    var set = new RetrievalSet(corpus, questions, qrels);
    var options = EvaluationOptions.STANDARD;
    try (var words = new Bm25Searcher(corpus)) {
      var chosen = HybridWeight.choose(model(), words, set, options, "ndcg@10", Progress.none());
      double best = 0;
      for (int tenths = 0; tenths <= 10; tenths++) {
        var hybrid = new HybridSearcher(model(), words, tenths / 10.0);
        var value =
            RetrievalEvaluator.evaluate(hybrid, set, options, Progress.none()).metric("ndcg@10");
        best = Math.max(best, value);
        if (tenths / 10.0 == chosen.weight()) {
          assertThat(chosen.value()).isEqualTo(value);
        }
      }
      assertThat(chosen.value()).isEqualTo(best);
      assertThat(chosen.weight()).isGreaterThan(.5);
    }
  }

  @Test
  void ofEquallyGoodWeightsTheEvenOneIsTaken() {
    var set = new RetrievalSet(corpus, Map.of("q", "pumps"), Map.of("q", Map.of("pumps", 1.0)));
    try (var words = new Bm25Searcher(corpus)) {
      assertThat(
              HybridWeight.choose(
                      model(), words, set, EvaluationOptions.STANDARD, "mrr@10", Progress.none())
                  .weight())
          .isEqualTo(.5);
    }
  }
}
