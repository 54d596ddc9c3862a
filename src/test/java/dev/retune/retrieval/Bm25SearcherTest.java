package dev.retune.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.retune.TestData;
import dev.retune.dataset.DatasetReader;
import dev.retune.dataset.RetrievalSet;
import dev.retune.file.Json;
import dev.retune.task.Progress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class Bm25SearcherTest {

  private static List<String> found(Map<String, String> corpus, String query) {
    try (var searcher = new Bm25Searcher(corpus)) {
      return searcher.search(query, 10).stream().map(Hit::passageId).toList();
    }
  }

  private static Evaluation evaluate(RetrievalSet set) {
    try (var searcher = new Bm25Searcher(set.corpus())) {
      return RetrievalEvaluator.evaluate(
          searcher, set, EvaluationOptions.STANDARD, Progress.none());
    }
  }

  @Test
  void reachesTheRecordedFiguresOnUber() {
    var set = DatasetReader.read(TestData.shared("lyft-uber/val_dataset.json"), null);
    var evaluation = evaluate(set);
    assertThat(evaluation.metric("accuracy@1")).isCloseTo(.6861, within(.00005));
    assertThat(evaluation.metric("mrr@10")).isCloseTo(.7775, within(.00005));
    assertThat(evaluation.metric("ndcg@10")).isCloseTo(.8166, within(.00005));
  }

  @Test
  void reachesTheRecordedFiguresInChinese() {
    var corpus = new LinkedHashMap<String, String>();
    var queries = new LinkedHashMap<String, String>();
    var qrels = new LinkedHashMap<String, Map<String, Double>>();
    var file = TestData.shared("cmrc2018/cmrc2018_trial.json");
    for (var article : Json.read(file, JsonNode.class).get("data")) {
      for (var paragraph : article.get("paragraphs")) {
        var passage = paragraph.get("id").asText();
        corpus.put(passage, paragraph.get("context").asText());
        for (var question : paragraph.get("qas")) {
          queries.put(question.get("id").asText(), question.get("question").asText());
          qrels.put(question.get("id").asText(), Map.of(passage, 1.0));
        }
      }
    }
    var evaluation = evaluate(new RetrievalSet(corpus, queries, qrels));
    assertThat(evaluation.perQuery()).hasSize(1002);
    assertThat(evaluation.metric("accuracy@1")).isCloseTo(.9770, within(.00005));
    assertThat(evaluation.metric("ndcg@10")).isCloseTo(.9885, within(.00005));
  }

  @Test
  void readsEveryScriptInOneText() {
    var corpus = new LinkedHashMap<String, String>();
    corpus.put("zh", "主泵的密封圈每年更换一次，型号 RX-7。");
    corpus.put("en", "The main pump's seal is replaced every year.");
    corpus.put("other", "无关的一句话。 An unrelated sentence.");
    assertThat(found(corpus, "密封圈多久更换")).startsWith("zh");
    assertThat(found(corpus, "PUMP seals, the seal")).containsExactly("en");
    assertThat(found(corpus, "ＲＸ型号")).startsWith("zh");
    assertThat(found(corpus, "泵")).containsExactly("zh");
  }

  @Test
  void stopWordsAndSilenceFindNothing() {
    var corpus = Map.of("a", "The pump is on.");
    assertThat(found(corpus, "is the")).isEmpty();
    assertThat(found(corpus, "")).isEmpty();
    assertThat(found(corpus, "?!")).isEmpty();
    assertThat(found(Map.of(), "pump")).isEmpty();
  }

  @Test
  void syntaxOfSearchBoxesIsJustText() {
    assertThat(found(Map.of("a", "pump (main)"), "+pump AND (\"main\" -x *:*"))
        .containsExactly("a");
  }

  @Test
  void equalScoresStandInTheOrderOfTheCorpus() {
    var corpus = new LinkedHashMap<String, String>();
    IntStream.range(0, 3000).forEach(i -> corpus.put("p" + (2999 - i), "the same pump"));
    assertThat(found(corpus, "pump"))
        .isEqualTo(IntStream.range(0, 10).mapToObj(i -> "p" + (2999 - i)).toList());
  }

  @Test
  void aVeryLongQueryIsSearchedToo() {
    var query = IntStream.range(0, 5000).mapToObj(i -> "w" + i).collect(Collectors.joining(" "));
    assertThat(found(Map.of("a", "w3"), query)).containsExactly("a");
  }
}
