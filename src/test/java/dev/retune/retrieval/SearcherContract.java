package dev.retune.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retune.task.Progress;
import dev.retune.text.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What every [Searcher] promises.
abstract class SearcherContract {

  /// A searcher over `corpus` for questions about a pump and oil.
  abstract Searcher over(Map<String, String> corpus);

  private static Map<String, String> corpus() {
    var corpus = new LinkedHashMap<String, String>();
    for (int i = 299; i >= 0; i--) {
      corpus.put(
          "p" + i,
          switch (i % 4) {
            case 0 -> "pump";
            case 1 -> "pump oil";
            case 2 -> "oil";
            default -> "nothing of it";
          });
    }
    return corpus;
  }

  private static List<String> ids(List<Hit> hits) {
    return hits.stream().map(Hit::passageId).toList();
  }

  @Test
  void theBestStandsFirstAndScoresNeverRise() {
    try (var searcher = over(corpus())) {
      var hits = searcher.search("pump oil", 300);
      assertThat(hits).isSortedAccordingTo(Comparator.comparingDouble(hit -> -hit.score()));
      assertThat(hits.getFirst().passageId()).isEqualTo("p297");
      assertThat(ids(hits)).doesNotHaveDuplicates();
    }
  }

  @Test
  void equalScoresStandInTheOrderOfTheCorpus() {
    try (var searcher = over(corpus())) {
      var wanted = IntStream.range(0, 75).mapToObj(i -> "p" + (296 - 4 * i)).toList();
      assertThat(ids(searcher.search("pump", 300))).containsSubsequence(wanted);
    }
  }

  @Test
  void fewerAreThoseThatStandFirst() {
    try (var searcher = over(corpus())) {
      var all = searcher.search("pump", 300);
      for (int k : new int[] {1, 10, 75, 76, 149, 1000}) {
        assertThat(searcher.search("pump", k)).isEqualTo(all.subList(0, Math.min(k, all.size())));
      }
    }
  }

  @Test
  void manyQuestionsFindWhatEachFindsAlone() {
    var queries = new ArrayList<String>();
    IntStream.range(0, 70).forEach(_ -> queries.addAll(List.of("pump", "Which oil?", "of")));
    try (var searcher = over(corpus())) {
      var together = searcher.search(queries, 20, Progress.none());
      for (int i = 0; i < queries.size(); i++) {
        assertThat(together.get(i)).isEqualTo(searcher.search(queries.get(i), 20));
      }
      assertThat(searcher.search(List.of(), 20, Progress.none())).isEmpty();
    }
  }

  @Test
  void anEmptyCorpusHasNothing() {
    try (var searcher = over(Map.of())) {
      assertThat(searcher.search("pump", 10)).isEmpty();
    }
  }

  @Test
  void hasAName() {
    try (var searcher = over(corpus())) {
      assertThat(searcher.name()).isNotBlank();
    }
  }

  @Test
  void cancellingStopsIt() {
    try (var searcher = over(corpus())) {
      assertThatThrownBy(() -> searcher.search(List.of("pump"), 1, new Cancelled()))
          .isInstanceOf(CancellationException.class);
    }
  }

  private static final class Cancelled implements Progress {
    @Override
    public void begin(Text what, long total) {}

    @Override
    public void advance(long units) {}

    @Override
    public boolean cancelled() {
      return true;
    }
  }
}
