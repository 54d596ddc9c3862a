package dev.retune.training.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import com.fasterxml.jackson.databind.JsonNode;
import dev.retune.encoder.NativeLibraries;
import dev.retune.training.Fixtures;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MultipleNegativesRankingTest {

  @ParameterizedTest
  @ValueSource(strings = {"plain", "scaled", "negatives", "symmetric"})
  void lossAndGradientAreThoseOfSentenceTransformers(String name) {
    NativeLibraries.stayOffline();
    var json = Fixtures.json("loss.json");
    var expected = json.get("cases").get(name);
    try (var manager = NDManager.newBaseManager()) {
      var queries = vectors(manager, json.get("vectors").get(0));
      queries.setRequiresGradient(true);
      var columns = new ArrayList<NDArray>();
      columns.add(queries);
      for (var column = 1; column < expected.get("columns").asInt(); column++) {
        columns.add(vectors(manager, json.get("vectors").get(column)));
      }
      var loss =
          new MultipleNegativesRanking(
              new LossSettings(
                  LossSettings.Name.MULTIPLE_NEGATIVES_RANKING,
                  expected.get("scale").asDouble(),
                  name.equals("symmetric")));
      try (var collector = Engine.getInstance().newGradientCollector()) {
        var value = loss.of(new LossBatch(columns, null, null, null));
        collector.backward(value);
        assertThat((double) value.getFloat())
            .isCloseTo(expected.get("loss").asDouble(), within(1e-5));
      }
      assertThat(queries.getGradient().toFloatArray())
          .containsExactly(Fixtures.floats(expected.get("gradient")), within(1e-5f));
    }
  }

  @Test
  void aPerfectBatchHasNoLoss() {
    NativeLibraries.stayOffline();
    try (var manager = NDManager.newBaseManager()) {
      var same = manager.eye(4);
      var loss =
          new MultipleNegativesRanking(new LossSettings(LossSettings.DEFAULT.name(), 100, false));
      assertThat(loss.of(LossBatch.of(same, same)).getFloat()).isCloseTo(0, within(1e-6f));
    }
  }

  private static NDArray vectors(NDManager manager, JsonNode row) {
    return manager.create(Fixtures.floats(row), new Shape(4, 6));
  }
}
