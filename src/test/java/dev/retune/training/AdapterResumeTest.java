package dev.retune.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retune.encoder.ModelFolder;
import dev.retune.training.adapter.AdapterSettings;
import dev.retune.training.adapter.AdapterSide;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An adapter's run that was killed three times ends with the same bits as an undisturbed one; the
/// vectors it trains on are computed once.
class AdapterResumeTest {
  private static final String LAYER = "3_Router/query_0_Dense/model.safetensors";
  private static final TrainingSettings SETTINGS =
      TinyRun.SETTINGS
          .edit()
          .method(Method.TWO_LAYER_ADAPTER)
          .adapter(new AdapterSettings(AdapterSide.QUERY, 24, 0, true))
          .learningRate(1e-2)
          .epochs(40)
          .evaluation(new EvaluationSettings(80, "ndcg@10"))
          .checkpoints(new CheckpointSettings(7, 2))
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
  void threeKillsChangeNoBit() throws IOException, InterruptedException {
    var straight = TinyRun.create(runs, SETTINGS);
    worker = new WorkerLauncher(TinyRun.command()).launch(straight);
    TinyRun.awaitState(straight, RunState.FINISHED);
    var report = straight.report().orElseThrow();
    assertThat(report.validation().tuned().get("ndcg@10"))
        .isGreaterThan(report.validation().base().get("ndcg@10"));
    assertThat(report.test()).isNotNull();
    var tuned = ModelFolder.read(straight.modelFolder());
    assertThat(tuned.head().query()).hasSize(2);
    assertThat(tuned.head().passage()).isEmpty();
    assertThat(straight.adapterFolder().resolve("pytorch_model.bin")).exists();
    // What only the training needed goes after the last event has been written.
    worker.onExit().join();
    assertThat(straight.checkpointsFolder().resolve("vectors")).doesNotExist();

    var killed = TinyRun.create(runs, SETTINGS);
    for (var at : new int[] {1, 100, 240}) {
      worker = new WorkerLauncher(TinyRun.command()).launch(killed);
      TinyRun.await(
          killed, RunEvent.Step.class, event -> event.step() >= at || event.step() == 320);
      worker.destroyForcibly();
      while (worker.isAlive()) {
        Thread.sleep(10);
      }
    }
    worker = new WorkerLauncher(TinyRun.command()).launch(killed);
    TinyRun.awaitState(killed, RunState.FINISHED);
    assertThat(Files.readAllBytes(killed.modelFolder().resolve(LAYER)))
        .isEqualTo(Files.readAllBytes(straight.modelFolder().resolve(LAYER)));
  }
}
