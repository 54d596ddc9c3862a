package dev.retune.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import com.fasterxml.jackson.databind.JsonNode;
import dev.retune.encoder.NativeLibraries;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RankingLossTest {

  @ParameterizedTest
  @ValueSource(strings = {"plain", "scaled", "negatives", "symmetric"})
  void lossAndGradientAreThoseOfSentenceTransformers(String name) {
    NativeLibraries.stayOffline();
    var json = Fixtures.json("loss.json");
    var expected = json.get("cases").get(name);
    try (var manager = NDManager.newBaseManager()) {
      var queries = vectors(manager, json.get("vectors").get(0));
      queries.setRequiresGradient(true);
      var passages = new NDList();
      for (var column = 1; column < expected.get("columns").asInt(); column++) {
        passages.add(unit(vectors(manager, json.get("vectors").get(column))));
      }
      var loss =
          new RankingLoss(
              new LossSettings(
                  LossSettings.Name.MULTIPLE_NEGATIVES_RANKING,
                  expected.get("scale").asDouble(),
                  name.equals("symmetric")));
      try (var collector = Engine.getInstance().newGradientCollector()) {
        var value = loss.of(unit(queries), NDArrays.concat(passages));
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
      var loss = new RankingLoss(new LossSettings(LossSettings.DEFAULT.name(), 100, false));
      assertThat(loss.of(same, same).getFloat()).isCloseTo(0, within(1e-6f));
    }
  }

  private static NDArray vectors(NDManager manager, JsonNode row) {
    return manager.create(Fixtures.floats(row), new Shape(4, 6));
  }

  private static NDArray unit(NDArray rows) {
    return rows.div(rows.square().sum(new int[] {1}, true).sqrt());
  }
}
