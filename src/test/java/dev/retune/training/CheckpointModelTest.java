package dev.retune.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retune.encoder.EmbedOptions;
import dev.retune.encoder.InputType;
import dev.retune.encoder.LoraConfig;
import dev.retune.encoder.Model;
import dev.retune.task.Progress;
import dev.retune.training.adapter.AdapterSettings;
import dev.retune.training.adapter.AdapterSide;
import dev.retune.training.loss.MatryoshkaSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A model made of a checkpoint is that of a run which ended there.
class CheckpointModelTest {
  private static final int EARLY = 4;
  private static final int ALL = 10;

  /// Constant, because a shorter run's rate would fall faster.
  private static final TrainingSettings SETTINGS =
      TinyRun.SETTINGS
          .edit()
          .schedule(Schedule.Kind.CONSTANT)
          .warmupRatio(0)
          .epochs(2)
          .maxSteps(ALL)
          .evaluation(new EvaluationSettings(EARLY, "ndcg@10"))
          .checkpoints(new CheckpointSettings(1, 8))
          .testAtEnd(false)
          .forgettingCheck(false)
          .build();

  @TempDir Path folder;

  static Stream<TrainingSettings> methods() {
    return Stream.of(
        SETTINGS.edit().mergeAlpha(.7).queryPrompt("ask: ").build(),
        SETTINGS.edit().accumulation(2).epochs(3).build(),
        SETTINGS
            .edit()
            .method(Method.LORA)
            .lora(new LoraConfig(4, 8, 0, List.of("query", "value"), false))
            .matryoshka(new MatryoshkaSettings(List.of(16, 8), List.of(1.0, 1.0), true))
            .build(),
        SETTINGS
            .edit()
            .method(Method.LINEAR_ADAPTER)
            .adapter(new AdapterSettings(AdapterSide.QUERY, 8, 0, true))
            .learningRate(1e-2)
            .build());
  }

  @ParameterizedTest
  @MethodSource("methods")
  void isTheModelOfARunThatEndedThere(TrainingSettings settings) {
    var run = trained(settings);
    assertThat(run.checkpoints()).hasSize(8).contains(EARLY, ALL);
    assertThat(run.checkpointsFolder().resolve("step-00000004/optimiser.safetensors"))
        .doesNotExist();
    var early = folder.resolve("early");
    assertThat(CheckpointModel.write(run, Integer.toString(EARLY), early)).isEqualTo(EARLY);

    // Measured once, at its end, so that its best point is its last.
    var ended =
        trained(
            settings
                .edit()
                .maxSteps(EARLY)
                .evaluation(new EvaluationSettings(ALL, "ndcg@10"))
                .build());
    assertThat(vectors(early)).isDeepEqualTo(vectors(ended.modelFolder()));
    var last = folder.resolve("last");
    assertThat(CheckpointModel.write(run, CheckpointModel.LATEST, last)).isEqualTo(ALL);
    assertThat(distance(vectors(last), vectors(early))).isGreaterThan(1e-4f);
    assertThat(early.resolve("README.md")).content().contains("step 4 of 10", "| ndcg@10 |");
    assertThat(last.resolve("adapter")).matches(path -> Files.exists(path) == adds(settings));
  }

  private static boolean adds(TrainingSettings settings) {
    return settings.method() != Method.FULL;
  }

  @Test
  void theBestIsTheRunsOwnModel() throws IOException {
    var run = trained(SETTINGS);
    var best = folder.resolve("best");
    assertThat(CheckpointModel.write(run, CheckpointModel.BEST, best))
        .isEqualTo(run.report().orElseThrow().bestStep());
    assertThat(Files.readAllBytes(best.resolve("model.safetensors")))
        .isEqualTo(Files.readAllBytes(run.modelFolder().resolve("model.safetensors")));
  }

  @Test
  void whatIsNotThereIsSaid() throws IOException {
    var run = trained(SETTINGS);
    var target = folder.resolve("none");
    assertThatThrownBy(() -> CheckpointModel.write(run, "1", target))
        .hasMessageContaining("step 1")
        .hasMessageContaining("3, 4, 5, 6, 7, 8, 9, 10");
    assertThatThrownBy(() -> CheckpointModel.write(run, "first", target))
        .hasMessageContaining("first");
    var weights = run.checkpointsFolder().resolve("step-00000004/weights.safetensors");
    var bytes = Files.readAllBytes(weights);
    bytes[bytes.length - 1] ^= 1;
    Files.write(weights, bytes);
    assertThatThrownBy(() -> CheckpointModel.write(run, "4", target))
        .hasMessageContaining("step-00000004")
        .hasMessageContaining("not whole");
    assertThat(target).doesNotExist();
  }

  @Test
  void aRunThatKeepsOneLeavesNoneAfterItsEnd() {
    var run = trained(SETTINGS.edit().checkpoints(new CheckpointSettings(1, 1)).build());
    assertThat(run.checkpoints()).isEmpty();
    assertThatThrownBy(
            () -> CheckpointModel.write(run, CheckpointModel.LATEST, folder.resolve("none")))
        .hasMessageContaining("no checkpoint");
  }

  private RunFolder trained(TrainingSettings settings) {
    var run = TinyRun.create(folder.resolve("runs"), settings);
    assertThat(Worker.run(run.path())).isEqualTo(Worker.DONE);
    assertThat(run.state()).isEqualTo(RunState.FINISHED);
    return run;
  }

  private static float[][] vectors(Path model) {
    try (var embedder = Model.read(model).open(EmbedOptions.defaults(), UnaryOperator.identity())) {
      return embedder.embed(
          List.of("which seal for the pump", "torque of the bolt"),
          InputType.QUERY,
          Progress.none());
    }
  }

  private static float distance(float[][] one, float[][] other) {
    var most = 0f;
    for (var i = 0; i < one.length; i++) {
      for (var j = 0; j < one[i].length; j++) {
        most = Math.max(most, Math.abs(one[i][j] - other[i][j]));
      }
    }
    return most;
  }
}
