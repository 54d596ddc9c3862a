package dev.retune.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDManager;
import dev.retune.dataset.ClassRow;
import dev.retune.dataset.LabelledRow;
import dev.retune.dataset.PairRow;
import dev.retune.dataset.Row;
import dev.retune.dataset.ScoredRow;
import dev.retune.dataset.Split;
import dev.retune.dataset.TrainingData;
import dev.retune.dataset.TripletRow;
import dev.retune.task.Progress;
import dev.retune.text.ProblemException;
import dev.retune.training.loss.LossSettings;
import dev.retune.training.loss.LossTable;
import dev.retune.training.loss.Material;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Whole runs with every loss on every material: what the table promises works, the rest is
/// refused.
class LossRunTest {
  private static final int ROWS = 32;

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void learnsFromWhatTheTableSaysAndRefusesTheRest(LossSettings.Name name) {
    for (var material : Material.values()) {
      if (LossTable.of(name).fits().contains(material)) {
        var run = run(LossSettings.of(name), material, 3);
        assertThat(Worker.run(run.path())).as("%s on %s", name, material).isEqualTo(Worker.DONE);
        assertThat(losses(run)).hasSize(3).allMatch(Double::isFinite);
        assertThat(run.checkpointsFolder()).isDirectoryNotContaining("glob:**guide*");
      } else {
        assertThatThrownBy(() -> run(LossSettings.of(name), material, 3))
            .isInstanceOfSatisfying(
                ProblemException.class,
                refused -> assertThat(refused.problem().code()).isEqualTo("loss.misfit"))
            .hasMessageContaining(name.id())
            .hasMessageContaining(LossTable.fitting(material).getFirst().id());
      }
    }
  }

  @Test
  void theGuideIsComputedOnceAndNotAskedAgain() throws IOException {
    var loss = LossSettings.of(LossSettings.Name.GIST_EMBED);
    var first = run(loss, Material.TRIPLETS, 3);
    assertThat(Worker.run(first.path())).isEqualTo(Worker.DONE);
    var second = run(loss, Material.TRIPLETS, 3);
    var vectors = second.checkpointsFolder().resolve("guide.safetensors");
    Files.createDirectories(second.checkpointsFolder());
    var inputs = RunInputs.read(second);
    try (var manager = NDManager.newBaseManager()) {
      Guide.of(inputs, inputs.examples(), second.checkpointsFolder(), manager, Progress.none());
    }
    var bytes = Files.readAllBytes(vectors);
    try (var manager = NDManager.newBaseManager()) {
      Guide.of(inputs, inputs.examples(), second.checkpointsFolder(), manager, Progress.none());
    }
    assertThat(Files.readAllBytes(vectors)).isEqualTo(bytes);
    assertThat(Worker.run(second.path())).isEqualTo(Worker.DONE);
    assertThat(losses(second)).isEqualTo(losses(first));
  }

  @Test
  void oneClassOrOneScoreIsNothingToLearnFrom() {
    var rows =
        List.<Row>of(
            new ClassRow("pt0", "a", Split.TRAIN, null),
            new ClassRow("pt1", "a", Split.TRAIN, null));
    var loss = LossSettings.of(LossSettings.Name.BATCH_HARD_TRIPLET);
    assertThatThrownBy(() -> create(loss, rows, 2))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused -> assertThat(refused.problem().code()).isEqualTo("loss.alike"));
  }

  private RunFolder run(LossSettings loss, Material material, int steps) {
    var rows = new ArrayList<Row>();
    for (var i = 0; i < ROWS; i++) {
      rows.add(row(material, i));
    }
    return create(loss, rows, steps);
  }

  private RunFolder create(LossSettings loss, List<Row> rows, int steps) {
    var texts = TinyRun.data(ROWS);
    var data =
        new TrainingData(
            rows.getFirst().shape(), texts.corpus(), texts.queries(), rows, texts.evaluation());
    var settings =
        TinyRun.SETTINGS
            .edit()
            .loss(loss)
            .maxSteps(steps)
            .testAtEnd(false)
            .evaluation(new EvaluationSettings(steps, "ndcg@10"))
            .build();
    return TinyRun.create(folder, settings, Fixtures.model(), data);
  }

  private static Row row(Material material, int i) {
    var query = "qt" + i;
    var passage = "pt" + i;
    var one = "pt" + (i + 1) % ROWS;
    var other = "pt" + (i + 2) % ROWS;
    // Rows of a batch have one or two negatives.
    var negatives = i % 3 == 0 ? List.of(one) : List.of(one, other);
    return switch (material) {
      case PAIRS -> new PairRow(query, passage, 1 + i % 3, Split.TRAIN, null);
      case TRIPLETS -> new TripletRow(query, passage, negatives, Split.TRAIN, null);
      case SCORED -> new ScoredRow(query, passage, i % 5, Split.TRAIN, null);
      case LABELLED ->
          new LabelledRow(
              query,
              i % 2 == 0 ? passage : other,
              i % 2 == 0 ? "entailment" : "contradiction",
              Split.TRAIN,
              null);
      case CLASSES -> new ClassRow(passage, "class " + i % 4, Split.TRAIN, null);
      case TEACHER_SCORES ->
          new TripletRow(
              query,
              passage,
              negatives,
              List.of(1.5),
              negatives.stream().map(_ -> -.5 + i % 2).toList(),
              Split.TRAIN,
              null);
    };
  }

  private static List<Double> losses(RunFolder run) {
    return run.events().stream()
        .filter(RunEvent.Step.class::isInstance)
        .map(event -> ((RunEvent.Step) event).loss())
        .toList();
  }
}
