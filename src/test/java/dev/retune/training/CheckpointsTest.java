package dev.retune.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retune.encoder.FloatTensor;
import dev.retune.encoder.TensorSource;
import dev.retune.text.Problem;
import dev.retune.text.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointsTest {
  @TempDir Path folder;
  private Checkpoints checkpoints;

  @BeforeEach
  void checkpoints() {
    checkpoints = new Checkpoints(folder.resolve("checkpoints"));
  }

  @Test
  void whatWasSavedComesBack() {
    save(10, new Position.Best(5, .7), 2);
    var snapshot = checkpoints.latest(CheckpointsTest::refuse).orElseThrow();
    assertThat(snapshot.position().step()).isEqualTo(10);
    assertThat(snapshot.position().best()).isEqualTo(new Position.Best(5, .7));
    assertThat(snapshot.position().seconds()).isEqualTo(1.5);
    assertThat(snapshot.position().microBatchTokens()).isEqualTo(512);
    assertThat(snapshot.position().layerwise()).isTrue();
    assertThat(snapshot.position().lossScale()).isEqualTo(new LossScale.State(1024, 7, 2));
    assertThat(snapshot.weights().get("w").data()).containsExactly(10, 11);
    assertThat(snapshot.optimiser().get("m.w").data()).containsExactly(12, 13);
  }

  @Test
  void onlyTheLatestStayAndTheBestOneBesides() {
    var evaluation = new StoredEvaluation("x", Map.of("ndcg@10", .5), Map.of(), 1, null, null);
    checkpoints.saveBest(5, Map.of("w", tensor(5)), evaluation);
    save(10, new Position.Best(5, .5), 2);
    save(20, new Position.Best(5, .5), 2);
    checkpoints.saveBest(25, Map.of("w", tensor(25)), evaluation);
    assertThat(names()).contains("best-00000005", "best-00000025");
    save(100, new Position.Best(25, .6), 2);
    assertThat(names())
        .containsExactlyInAnyOrder("step-00000020", "step-00000100", "best-00000025");
    assertThat(checkpoints.bestWeights(25).get("w").data()).containsExactly(25, 26);
    assertThat(checkpoints.bestEvaluation(25)).isEqualTo(evaluation);
    checkpoints.clear(1);
    assertThat(names()).isEmpty();
  }

  @Test
  void aDamagedCheckpointIsNamedAndTheOneBeforeItUsed() throws IOException {
    save(10, null, 2);
    save(20, null, 2);
    var weights = folder.resolve("checkpoints/step-00000020/weights.safetensors");
    var bytes = Files.readAllBytes(weights);
    bytes[bytes.length - 1] ^= 1;
    Files.write(weights, bytes);
    var damaged = new ArrayList<Problem>();
    assertThat(checkpoints.latest(damaged::add).orElseThrow().position().step()).isEqualTo(10);
    assertThat(damaged)
        .singleElement()
        .satisfies(problem -> assertThat(problem.toString()).contains("step-00000020"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"weights.safetensors", "optimiser.safetensors", "position.json"})
  void aCheckpointCutInHalfIsNamedAndTheOneBeforeItUsed(String file) throws IOException {
    save(10, null, 2);
    save(20, null, 2);
    var cut = folder.resolve("checkpoints/step-00000020").resolve(file);
    var bytes = Files.readAllBytes(cut);
    Files.write(cut, Arrays.copyOf(bytes, bytes.length / 2));
    var damaged = new ArrayList<Problem>();
    assertThat(checkpoints.latest(damaged::add).orElseThrow().position().step()).isEqualTo(10);
    assertThat(damaged)
        .singleElement()
        .satisfies(problem -> assertThat(problem.toString()).contains("step-00000020"));
  }

  @Test
  void bestWeightsCutInHalfAreNoticed() throws IOException {
    checkpoints.saveBest(
        5, Map.of("w", tensor(5)), new StoredEvaluation("x", Map.of(), Map.of(), 1, null, null));
    assertThat(checkpoints.bestIsWhole(5)).isTrue();
    assertThat(checkpoints.bestIsWhole(6)).isFalse();
    var cut = folder.resolve("checkpoints/best-00000005/weights.safetensors");
    var bytes = Files.readAllBytes(cut);
    Files.write(cut, Arrays.copyOf(bytes, bytes.length / 2));
    assertThat(checkpoints.bestIsWhole(5)).isFalse();
  }

  @Test
  void anUnfinishedCheckpointDoesNotCount() throws IOException {
    save(10, null, 2);
    Files.createDirectories(folder.resolve("checkpoints/.step-00000020.part"));
    Files.createDirectories(folder.resolve("checkpoints/step-00000030"));
    var damaged = new ArrayList<Problem>();
    assertThat(checkpoints.latest(damaged::add).orElseThrow().position().step()).isEqualTo(10);
    assertThat(damaged).hasSize(1);
  }

  @Test
  void aFailedWriteIsAnErrorAndLeavesTheOlderOnes() {
    save(10, null, 2);
    assertThatThrownBy(() ->
            checkpoints.save(
                20,
                null,
                0,
                0,
                Thrift.NONE,
                null,
                Map.of("w", tensor(20)),
                Map.of("m.w", failing()),
                1))
        .isInstanceOf(ProblemException.class);
    assertThat(names()).containsExactly("step-00000010");
  }

  private static TensorSource failing() {
    return new TensorSource() {
      @Override
      public long[] shape() {
        return new long[] {2};
      }

      @Override
      public float[] data() {
        throw Problem.of(Checkpoints.class, "checkpoint.write", "here", "disk full").exception();
      }
    };
  }

  private void save(int step, Position.Best best, int keep) {
    checkpoints.save(
        step,
        best,
        3,
        1.5,
        new Thrift(512, true),
        new LossScale.State(1024, 7, 2),
        Map.of("w", tensor(step)),
        Map.of("m.w", tensor(step + 2)),
        keep);
  }

  private static FloatTensor tensor(float first) {
    return new FloatTensor(new long[] {2}, new float[] {first, first + 1});
  }

  private List<String> names() {
    try (var entries = Files.list(folder.resolve("checkpoints"))) {
      return entries.map(path -> path.getFileName().toString()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void refuse(Problem problem) {
    throw problem.exception();
  }
}
