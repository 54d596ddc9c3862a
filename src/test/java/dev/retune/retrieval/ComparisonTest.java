package dev.retune.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.retune.dataset.RetrievalSet;
import dev.retune.task.Progress;
import dev.retune.text.ProblemException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  private static final RetrievalSet SET = set();

  private static RetrievalSet set() {
    var corpus = new LinkedHashMap<String, String>();
    List.of("a", "b", "c", "d").forEach(id -> corpus.put(id, id));
    var queries = new LinkedHashMap<String, String>();
    List.of("q1", "q2", "q3", "q4").forEach(id -> queries.put(id, "the same text"));
    queries.put("unjudged", "?");
    var qrels =
        Map.of(
            "q1", Map.of("a", 1.0),
            "q2", Map.of("a", 2.0, "b", 0.0),
            "q3", Map.of("c", 1.0, "d", 1.0),
            "q4", Map.of("d", 1.0));
    return new RetrievalSet(corpus, queries, qrels);
  }

  /// A searcher that answers the queries one after the other with given rankings.
  private record Fixed(String name, List<String> rankings) implements Searcher {
    @Override
    public List<List<Hit>> search(List<String> queries, int k, Progress progress) {
      return rankings.stream()
          .map(ranking ->
              Arrays.stream(ranking.split(""))
                  .filter(id -> !id.isEmpty())
                  .map(id -> new Hit(id, 1))
                  .toList())
          .toList();
    }

    @Override
    public void close() {}
  }

  private static Evaluation evaluation(String name, String... rankings) {
    return RetrievalEvaluator.evaluate(
        new Fixed(name, List.of(rankings)), SET, EvaluationOptions.STANDARD, Progress.none());
  }

  private final Evaluation base = evaluation("base", "ba", "ab", "abd", "abc");
  private final Evaluation tuned = evaluation("tuned", "ab", "ba", "acb", "bac");
  private final Evaluation bm25 = evaluation("BM25", "a", "", "dcb", "d");

  @Test
  void measuresOnlyQueriesThatCanBeAnswered() {
    assertThat(base.perQuery()).containsOnlyKeys("q1", "q2", "q3", "q4");
    assertThat(base.metric("accuracy@1")).isEqualTo(.25);
    assertThat(base.metric("mrr@10")).isCloseTo((.5 + 1 + 1 / 3.0 + 0) / 4, within(1e-12));
    assertThat(base.values("accuracy@3")).containsExactly(1, 1, 1, 0);
    assertThatThrownBy(() -> base.metric("accuracy@7"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void saysWhoWonWithTheBiggestChangeFirst() {
    var comparison = Comparison.of(SET, base, tuned, bm25, 1);
    assertThat(comparison.outcomes())
        .containsExactly(
            new QueryOutcome("q1", 2, 1, 1, .5, QueryOutcome.Kind.WON),
            new QueryOutcome("q2", 1, 2, 0, -.5, QueryOutcome.Kind.LOST),
            new QueryOutcome("q3", 3, 2, 1, .5 - 1 / 3.0, QueryOutcome.Kind.WON),
            new QueryOutcome("q4", 0, 0, 1, 0, QueryOutcome.Kind.SAME));
    assertThat(comparison.count(QueryOutcome.Kind.WON)).isEqualTo(2);
  }

  @Test
  void tableHasEveryMetricWithItsChange() {
    var table = Comparison.of(SET, base, tuned, bm25, 1).table();
    assertThat(table).hasSize(30);
    var row =
        table.stream().filter(line -> line.metric().equals("mrr@10")).findFirst().orElseThrow();
    assertThat(row.change().mean()).isCloseTo(row.tuned() - row.base(), within(1e-12));
    assertThat(row.overBm25().mean()).isCloseTo(row.tuned() - row.bm25(), within(1e-12));
    assertThat(row.change().low()).isLessThan(row.change().mean());
    var alone =
        Bootstrap.paired(base.values("mrr@10"), tuned.values("mrr@10"), Bootstrap.RESAMPLES, 1);
    assertThat(row.change()).isEqualTo(alone);
  }

  @Test
  void refusesEvaluationsOfOtherQueries() {
    var other = new Evaluation("x", Map.of(), Map.of("z", Map.of()), Map.of());
    assertThatThrownBy(() -> Comparison.of(SET, base, other, bm25, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aSetWithoutRelevantPassagesCannotBeMeasured() {
    var empty = new RetrievalSet(Map.of("a", "a"), Map.of("q", "q"), Map.of("q", Map.of("a", 0.0)));
    assertThatThrownBy(() ->
            RetrievalEvaluator.evaluate(
                new Fixed("x", List.of()), empty, EvaluationOptions.STANDARD, Progress.none()))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("nothing to measure");
  }
}
