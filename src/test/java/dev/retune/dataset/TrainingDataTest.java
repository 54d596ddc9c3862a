package dev.retune.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retune.text.ProblemException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrainingDataTest {

  private static RetrievalSet set(String text, Map<String, Double> judged) {
    return new RetrievalSet(Map.of("1", text), Map.of("1", "?", "2", "?"), Map.of("1", judged));
  }

  @Test
  void collidingIdsOfTwoFilesStayApart() {
    var data =
        TrainingData.ofPairs(
            Map.of(
                Split.TRAIN, set("a", Map.of("1", 1.0)),
                Split.TEST, set("b", Map.of("1", 2.0))));
    assertThat(data.corpus()).isEqualTo(Map.of("1", "a", "test/1", "b"));
    assertThat(data.rows())
        .containsExactly(
            new PairRow("1", "1", 1, Split.TRAIN, null),
            new PairRow("test/1", "test/1", 2, Split.TEST, null));
    assertThat(data.evaluation(Split.TEST).corpus()).isEqualTo(Map.of("test/1", "b"));
    assertThat(data.evaluation(Split.TEST).queries()).containsOnlyKeys("test/1");
  }

  @Test
  void passagesJudgedIrrelevantAreNotLearntFrom() {
    var data = TrainingData.ofPairs(Map.of(Split.TRAIN, set("a", Map.of("1", 0.0))));
    assertThat(data.rows()).isEmpty();
    assertThat(data.hasEvaluation(Split.TRAIN)).as("nothing there can be found").isFalse();
  }

  @Test
  void refusesRowsThatDoNotFit() {
    var corpus = Map.of("p", "text");
    assertThatThrownBy(() -> of(corpus, new PairRow("q", "gone", Split.TRAIN)))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("gone");
    assertThatThrownBy(() -> of(corpus, new ClassRow("p", "x", Split.TRAIN, null)))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("classes");
    assertThatThrownBy(() -> of(corpus).evaluation(Split.TEST))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("test");
  }

  @Test
  void refusesJudgementsOfWhatIsNotThere() {
    assertThatThrownBy(() -> new RetrievalSet(Map.of(), Map.of(), Map.of("q", Map.of())))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("q");
    assertThatThrownBy(
            () -> new RetrievalSet(Map.of(), Map.of("q", "?"), Map.of("q", Map.of("p", 1.0))))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("p");
    assertThatThrownBy(() ->
            new RetrievalSet(
                Map.of("p", "!"), Map.of("q", "?"), Map.of("q", Map.of("p", Double.NaN))))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("NaN");
  }

  private static TrainingData of(Map<String, String> corpus, Row... rows) {
    return new TrainingData(Shape.PAIRS, corpus, Map.of("q", "?"), List.of(rows), Map.of());
  }
}
