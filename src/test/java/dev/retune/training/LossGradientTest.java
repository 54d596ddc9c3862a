package dev.retune.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import com.fasterxml.jackson.databind.JsonNode;
import dev.retune.encoder.NativeLibraries;
import dev.retune.training.loss.Loss;
import dev.retune.training.loss.LossBatch;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every loss on fixed vectors: its value and the gradient of each column are those of
/// sentence-transformers.
class LossGradientTest {
  private static final int ROWS = 6;
  private static final int DIMENSION = 4;

  static Stream<LossCase> cases() {
    return LossCase.of("vectors.json");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void valueAndGradientOfEveryColumn(LossCase expected) throws InterruptedException {
    NativeLibraries.stayOffline();
    var json = LossCase.file("vectors.json");
    var examples = Examples.of(expected.data(), expected.settings()).subList(0, ROWS);
    try (var manager = NDManager.newBaseManager()) {
      var columns = vectors(manager, json.get("vectors"), expected.columns());
      columns.forEach(column -> column.setRequiresGradient(true));
      var guide =
          expected.settings().guided()
              ? vectors(manager, json.get("guide"), expected.columns())
              : List.<NDArray>of();
      var batch =
          new LossBatch(
              columns,
              TrainingStep.targets(manager, examples),
              TrainingStep.weights(manager, examples),
              null,
              guide);
      var loss = Loss.of(expected.settings());
      try (var collector = Engine.getInstance().newGradientCollector()) {
        var value = loss.of(batch);
        fillFreedMemory();
        collector.backward(value);
        var wanted = expected.json().get("value").asDouble();
        assertThat((double) value.getFloat()).isCloseTo(wanted, within(1e-5 * (1 + wanted)));
      }
      for (var column = 0; column < expected.columns(); column++) {
        assertThat(columns.get(column).getGradient().toFloatArray())
            .as("gradient of column %d", column)
            .containsExactly(
                Fixtures.floats(expected.json().get("gradients").get(column)), within(5e-5f));
      }
    }
  }

  /// Numbers that a loss has put into memory of the JVM and let go are no longer there on the way
  /// back.
  private static void fillFreedMemory() throws InterruptedException {
    for (var round = 0; round < 3; round++) {
      System.gc();
      Thread.sleep(10);
    }
    for (var i = 0; i < 2000; i++) {
      var buffer = ByteBuffer.allocateDirect(Double.BYTES).order(ByteOrder.nativeOrder());
      buffer.putFloat(0, Float.NaN).putFloat(Float.BYTES, Float.NaN);
    }
  }

  private static List<NDArray> vectors(NDManager manager, @Nullable JsonNode given, int columns) {
    var vectors = new ArrayList<NDArray>();
    for (var column = 0; given != null && column < columns; column++) {
      vectors.add(manager.create(Fixtures.floats(given.get(column)), new Shape(ROWS, DIMENSION)));
    }
    return vectors;
  }
}
