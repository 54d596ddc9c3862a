package dev.retune.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retune.dataset.LabelledRow;
import dev.retune.dataset.PairRow;
import dev.retune.dataset.Row;
import dev.retune.dataset.ScoredRow;
import dev.retune.dataset.Split;
import dev.retune.dataset.TrainingData;
import dev.retune.text.ProblemException;
import dev.retune.training.loss.LossParameter;
import dev.retune.training.loss.LossSettings;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The rule for relevance: target where the loss takes scores, weight and threshold where it ranks.
class ExamplesTest {
  private static final LossSettings COSENT = LossSettings.of(LossSettings.Name.COSENT);

  @Test
  void relevanceIsAWeightForRankingLosses() {
    var examples = Examples.of(pairs(3, 0, 1, 2), LossSettings.DEFAULT);
    assertThat(examples).extracting(Example::first).containsExactly("qt0", "qt2", "qt3");
    assertThat(examples).extracting(Example::weight).containsExactly(1.0, 1 / 3.0, 2 / 3.0);
    assertThat(examples).allMatch(example -> example.targets().isEmpty());
  }

  @Test
  void belowTheThresholdNothingIsLearned() {
    var loss = LossSettings.DEFAULT.with(LossParameter.THRESHOLD, 2.0);
    assertThat(Examples.of(pairs(3, 0, 1, 2), loss))
        .extracting(Example::first)
        .containsExactly("qt0", "qt3");
  }

  @Test
  void relevanceIsTheTargetWhereALossTakesScores() {
    var examples = Examples.of(pairs(3, 0, 1, 2), COSENT);
    assertThat(examples)
        .extracting(example -> example.targets().getFirst())
        .containsExactly(1.0, 0.0, 1 / 3.0, 2 / 3.0);
    assertThat(examples).allMatch(example -> example.weight() == 1);
  }

  @Test
  void smallScoresStayAsTheyAre() {
    var rows =
        List.<Row>of(
            new ScoredRow("qt0", "pt0", .25, Split.TRAIN, null),
            new ScoredRow("qt1", "pt1", -.5, Split.TRAIN, null));
    assertThat(Examples.of(data(rows), COSENT))
        .extracting(example -> example.targets().getFirst())
        .containsExactly(.25, -.5);
  }

  @Test
  void labelsSayWhetherTextsBelongTogether() {
    var loss = LossSettings.of(LossSettings.Name.CONTRASTIVE);
    assertThat(Examples.of(labelled("entailment", "neutral", "0", "Yes", "false"), loss))
        .extracting(example -> example.targets().getFirst())
        .containsExactly(1.0, 0.0, 1.0, 0.0);
    assertThatThrownBy(() -> Examples.of(labelled("1", "2"), loss))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("“2”");
  }

  @Test
  void aScoreThatIsAlwaysTheSameTeachesNothing() {
    assertThatThrownBy(() -> Examples.of(pairs(1, 1, 1), COSENT))
        .isInstanceOf(ProblemException.class)
        .hasMessageContainingAll("cosent", "multiple-negatives-ranking");
  }

  private static TrainingData pairs(double... relevance) {
    var rows = new ArrayList<Row>();
    for (var i = 0; i < relevance.length; i++) {
      rows.add(new PairRow("qt" + i, "pt" + i, relevance[i], Split.TRAIN, null));
    }
    return data(rows);
  }

  private static TrainingData labelled(String... labels) {
    var rows = new ArrayList<Row>();
    for (var i = 0; i < labels.length; i++) {
      rows.add(new LabelledRow("qt" + i, "pt" + i, labels[i], Split.TRAIN, null));
    }
    return data(rows);
  }

  private static TrainingData data(List<Row> rows) {
    var texts = TinyRun.data(8);
    return new TrainingData(
        rows.getFirst().shape(), texts.corpus(), texts.queries(), rows, texts.evaluation());
  }
}
