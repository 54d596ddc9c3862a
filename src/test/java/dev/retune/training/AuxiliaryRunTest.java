package dev.retune.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retune.dataset.ClassRow;
import dev.retune.dataset.DatasetFolder;
import dev.retune.dataset.DatasetInfo;
import dev.retune.dataset.Row;
import dev.retune.dataset.Shape;
import dev.retune.dataset.Split;
import dev.retune.dataset.TrainingData;
import dev.retune.text.ProblemException;
import dev.retune.training.loss.LossSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs that learn from classes of texts beside their pairs.
class AuxiliaryRunTest {
  private static final LossSettings CLASSES = LossSettings.of(LossSettings.Name.BATCH_HARD_TRIPLET);
  private static final TrainingSettings SETTINGS =
      TinyRun.SETTINGS
          .edit()
          .epochs(2)
          .evaluation(new EvaluationSettings(1000, "ndcg@10"))
          .checkpoints(new CheckpointSettings(3, 2))
          .testAtEnd(false)
          .build();

  @TempDir Path folder;

  @Test
  void batchesOfBothTakeTurnsByShare() {
    // 64 pairs make 8 batches an epoch, 40 texts 5.
    assertThat(sources(run(null))).hasSize(26).filteredOn(source -> source == 1).hasSize(10);
    var half = sources(run(.5));
    assertThat(half).hasSize(32).filteredOn(source -> source == 1).hasSize(16);
    assertThat(half.subList(0, 16)).isNotEqualTo(half.subList(16, 32));
    assertThat(sources(run(.5))).isEqualTo(half);
    var inputs = RunInputs.read(run(.2));
    assertThat(inputs.plan().stepsPerEpoch()).isEqualTo(10);
    assertThat(inputs.losses()).containsExactly(LossSettings.DEFAULT, CLASSES);
    var of = inputs.examples().getLast().texts().getFirst();
    assertThat(inputs.plain(of)).isEqualTo("Text number 39 of its kind.");
  }

  @Test
  void aKilledRunEndsWithTheSameWeights() throws IOException, InterruptedException {
    var straight = run(.4);
    complete(straight);
    var killed = run(.4);
    for (int at : new int[] {5, 14}) {
      var worker = new WorkerLauncher(TinyRun.command()).launch(killed);
      TinyRun.await(killed, RunEvent.Step.class, event -> event.step() >= at);
      worker.destroyForcibly();
      while (worker.isAlive()) {
        Thread.sleep(10);
      }
    }
    complete(killed);
    assertThat(weights(killed)).isEqualTo(weights(straight));
  }

  /// By a worker of its own: other tests leave settings of the native library behind in this one.
  private static void complete(RunFolder run) throws IOException, InterruptedException {
    var worker = new WorkerLauncher(TinyRun.command()).launch(run);
    TinyRun.await(run, RunEvent.Finished.class, _ -> true);
    worker.onExit().join();
  }

  @Test
  void sharesThatCannotBeAreRefusedAndLeaveNothing() {
    for (double share : new double[] {0, 1, -.1, Double.NaN}) {
      refused("training.auxiliary.share", List.of(auxiliary(share)));
    }
    refused("training.auxiliary.shares", List.of(auxiliary(.6), auxiliary(.4)));
    assertThat(folder).isEmptyDirectory();
    assertThatThrownBy(() -> new AuxiliaryData(info(), classes(), LossSettings.DEFAULT, null))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.problem().code()).isEqualTo("loss.misfit"));
  }

  private void refused(String code, List<AuxiliaryData> auxiliary) {
    assertThatThrownBy(() -> create(auxiliary))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.problem().code()).isEqualTo(code));
  }

  private RunFolder run(@Nullable Double share) {
    return create(List.of(auxiliary(share)));
  }

  private RunFolder create(List<AuxiliaryData> auxiliary) {
    return RunFolder.create(
        folder,
        "Two datasets",
        Fixtures.model(),
        place ->
            new RunConfiguration.DatasetReference(
                "tiny", DatasetFolder.write(place, TinyRun.data(64), info())),
        SETTINGS,
        auxiliary,
        "0.1.0");
  }

  private static AuxiliaryData auxiliary(@Nullable Double share) {
    return new AuxiliaryData(info(), classes(), CLASSES, share);
  }

  private static DatasetInfo info() {
    return new DatasetInfo("classes", Instant.EPOCH, "a test");
  }

  /// Their ids are also ids of the pairs.
  private static TrainingData classes() {
    var texts = new LinkedHashMap<String, String>();
    var rows = new ArrayList<Row>();
    for (var i = 0; i < 40; i++) {
      texts.put("pt" + i, "Text number %d of its kind.".formatted(i));
      rows.add(new ClassRow("pt" + i, "class " + i % 4, Split.TRAIN, null));
    }
    return new TrainingData(Shape.CLASSES, texts, Map.of(), rows, Map.of());
  }

  private static List<Integer> sources(RunFolder run) {
    var inputs = RunInputs.read(run);
    var sources = new ArrayList<Integer>();
    for (var step = 1; step <= inputs.plan().totalSteps(); step++) {
      var batch = inputs.batches(step).getFirst().stream().map(Example::source).distinct().toList();
      assertThat(batch).hasSize(1);
      sources.addAll(batch);
    }
    return sources;
  }

  private static byte[] weights(RunFolder run) throws IOException {
    return Files.readAllBytes(run.modelFolder().resolve("model.safetensors"));
  }
}
