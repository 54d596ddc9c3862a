package dev.retune.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class RunReportTest {

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
            null,
            null);
    assertThat(result.losesToBm25("ndcg@10")).isTrue();
  }
}
