package dev.retune.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A run that was killed ten times computes bit by bit what an undisturbed one does.
class ExactResumeTest {
  private static final int KILLS = 10;
  private static final TrainingSettings SETTINGS =
      TinyRun.SETTINGS
          .edit()
          .epochs(50)
          .attentionDropout(.1)
          .evaluation(new EvaluationSettings(100, "ndcg@10"))
          .checkpoints(new CheckpointSettings(7, 2))
          .mergeAlpha(.7)
          .testAtEnd(false)
          .build();

  @TempDir Path runs;
  private @Nullable ProcessHandle worker;

  @AfterEach
  void endWorker() {
    if (worker != null) {
      worker.destroyForcibly();
    }
  }

  @Test
  void tenKillsChangeNoBit() throws IOException, InterruptedException {
    killed(SETTINGS, KILLS);
  }

  /// Three batches to a step, two at the end of an epoch.
  @Test
  void norDoTheyWhereAStepHasSeveralBatches() throws IOException, InterruptedException {
    var run = killed(SETTINGS.edit().accumulation(3).epochs(24).build(), 3);
    assertThat(losses(run)).hasSize(3 * 24);
  }

  @Test
  void norDoTheyOneLayerAtATime() throws IOException, InterruptedException {
    var settings =
        SETTINGS
            .with(Method.LORA)
            .edit()
            .gradientCheckpointing(GradientCheckpointing.ON)
            .attentionDropout(.1)
            .mergeAlpha(1)
            .epochs(8)
            .build();
    var run = killed(settings, 2);
    assertThat(losses(run)).hasSize(8 * 8);
  }

  private RunFolder killed(TrainingSettings settings, int kills)
      throws IOException, InterruptedException {
    var straight = TinyRun.create(runs, settings);
    worker = new WorkerLauncher(TinyRun.command()).launch(straight);
    TinyRun.awaitState(straight, RunState.FINISHED);

    var killed = TinyRun.create(runs, settings);
    var random = new Random(3);
    var total = straight.report().orElseThrow().steps();
    var attempts = 0;
    for (var kill = 0; kill < kills; kill++) {
      var from = kill * total / kills;
      var at = from + 1 + random.nextInt(total / kills - 8);
      worker = new WorkerLauncher(TinyRun.command()).launch(killed);
      attempts++;
      TinyRun.await(
          killed, RunEvent.Step.class, event -> event.step() >= at || event.step() == total);
      worker.destroyForcibly();
      while (worker.isAlive()) {
        Thread.sleep(10);
      }
    }
    worker = new WorkerLauncher(TinyRun.command()).launch(killed);
    TinyRun.awaitState(killed, RunState.FINISHED);

    assertThat(attempts).isEqualTo(kills);
    assertThat(losses(killed)).isEqualTo(losses(straight));
    assertThat(weights(killed)).isEqualTo(weights(straight));
    return killed;
  }

  /// By step; where a step was done twice, the later one.
  private static Map<Integer, Double> losses(RunFolder run) {
    var losses = new TreeMap<Integer, Double>();
    for (var event : run.events()) {
      if (event instanceof RunEvent.Step step) {
        losses.put(step.step(), step.loss());
      }
    }
    return losses;
  }

  private static byte[] weights(RunFolder run) throws IOException {
    return Files.readAllBytes(run.modelFolder().resolve("model.safetensors"));
  }
}
