package dev.retune.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class VerdictTest {

  @Test
  void onlyAnIntervalOnOneSideOfZeroDecides() {
    assertThat(RunEnding.verdict(new RunReport.Gain(.05, .01, .09), 100))
        .isEqualTo(RunReport.Verdict.WIN);
    assertThat(RunEnding.verdict(new RunReport.Gain(.05, -.01, .11), 100))
        .isEqualTo(RunReport.Verdict.MARGINAL);
    assertThat(RunEnding.verdict(new RunReport.Gain(0, 0, 0), 100))
        .isEqualTo(RunReport.Verdict.MARGINAL);
    assertThat(RunEnding.verdict(new RunReport.Gain(-.05, -.09, -.01), 100))
        .isEqualTo(RunReport.Verdict.REGRESSION);
  }

  @Test
  void aHandfulOfQuestionsProvesNothing() {
    assertThat(RunEnding.verdict(new RunReport.Gain(.5, .5, .5), 2))
        .isEqualTo(RunReport.Verdict.MARGINAL);
  }

  @Test
  void losingToBm25IsSaidEvenOfAWin() {
    var result =
        new RunReport.Result(
            395,
            790,
            0,
            .7,
            Map.of("ndcg@10", .6583),
            Map.of("ndcg@10", .7439),
            Map.of("ndcg@10", .8166),
            Map.of(),
            Map.of(),
            null);
    assertThat(result.losesToBm25("ndcg@10")).isTrue();
  }
}
