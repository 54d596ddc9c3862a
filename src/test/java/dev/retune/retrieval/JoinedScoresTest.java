package dev.retune.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.retune.file.Json;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JoinedScoresTest {

  private static float[] numbers(JsonNode array) {
    var numbers = new float[array.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = (float) array.path(i).asDouble();
    }
    return numbers;
  }

  /// `src/test/fixtures/make_joined_scores.py`
  @Test
  void agreesWithSciPy() {
    var expected = Json.read(Path.of("src/test/fixtures/joined_scores.json"), JsonNode.class);
    var joined = new JoinedScores(numbers(expected.path("model")), numbers(expected.path("words")));
    var ids = IntStream.range(0, 40).mapToObj(Integer::toString).toList();
    for (var weight : List.of("0", "0.3", "0.5", "1")) {
      var wanted = expected.path("joined").path(weight);
      var hits = joined.best(Double.parseDouble(weight), 40, ids);
      assertThat(hits).as("weight %s", weight).hasSize(40);
      for (int i = 0; i < hits.size(); i++) {
        assertThat(hits.get(i).passageId())
            .as("weight %s, rank %d", weight, i)
            .isEqualTo(wanted.path("order").path(i).asText());
        assertThat(hits.get(i).score())
            .isCloseTo(wanted.path("scores").path(i).asDouble(), within(1e-12));
      }
    }
  }

  @Test
  void scoresThatDoNotDifferCountNothing() {
    var same = new float[7];
    Arrays.fill(same, .1f);
    assertThat(JoinedScores.standardised(same)).containsOnly(0);
    assertThat(JoinedScores.standardised(new float[0])).isEmpty();
  }

  @Test
  void whatIsNotANumberNeitherCountsNorIsFound() {
    var model = new float[] {1, Float.NEGATIVE_INFINITY, 3};
    assertThat(JoinedScores.standardised(model)).containsExactly(-1, Double.NaN, 1);
    assertThat(new JoinedScores(model, new float[3]).best(.5, 3, List.of("a", "b", "c")))
        .containsExactly(new Hit("c", .5), new Hit("a", -.5));
  }
}
