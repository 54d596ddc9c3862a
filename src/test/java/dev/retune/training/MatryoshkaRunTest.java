package dev.retune.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.retune.TestWorkbench;
import dev.retune.encoder.EmbedOptions;
import dev.retune.encoder.FloatTensor;
import dev.retune.encoder.InputType;
import dev.retune.encoder.ModelFolder;
import dev.retune.encoder.Prompts;
import dev.retune.encoder.Windows;
import dev.retune.file.Json;
import dev.retune.retrieval.RetrievalFile;
import dev.retune.retrieval.RetrievalSettings;
import dev.retune.task.Progress;
import dev.retune.text.ProblemException;
import dev.retune.training.adapter.AdapterSettings;
import dev.retune.training.adapter.AdapterSide;
import dev.retune.training.loss.MatryoshkaSettings;
import dev.retune.workflow.MergeModels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Whole runs whose vectors shall stay good when they are cut; the model's have 16 numbers.
class MatryoshkaRunTest {
  private static final TrainingSettings SETTINGS =
      TinyRun.SETTINGS
          .edit()
          .maxSteps(4)
          .evaluation(new EvaluationSettings(2, "ndcg@10"))
          .matryoshka(new MatryoshkaSettings(List.of(4, 16, 8), List.of(.5, 1.0, .75), true))
          .build();

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void everyMethodIsTrainedAndMeasuredAtEveryLength(Method method) throws IOException {
    var run = TinyRun.create(folder, SETTINGS.with(method));
    assertThat(Worker.run(run.path())).as("%s", run.events().getLast()).isEqualTo(Worker.DONE);
    for (var event : run.events()) {
      if (event instanceof RunEvent.Evaluated measured) {
        if (measured.subject() == RunEvent.Subject.BM25) {
          assertThat(measured.dimensions()).isNull();
        } else {
          var dimensions = Objects.requireNonNull(measured.dimensions());
          assertThat(dimensions).containsOnlyKeys(16, 8, 4);
          assertThat(dimensions.get(16)).isEqualTo(measured.metrics());
          assertThat(dimensions.get(4)).isNotEqualTo(measured.metrics());
        }
      }
    }
    var report = run.report().orElseThrow();
    for (var result : List.of(report.validation(), Objects.requireNonNull(report.test()))) {
      var dimensions = Objects.requireNonNull(result.dimensions());
      assertThat(dimensions.keySet()).containsExactly(16, 8, 4);
      assertThat(dimensions.get(16)).isEqualTo(new RunReport.Cut(result.base(), result.tuned()));
    }
    var head = ModelFolder.read(run.modelFolder()).head();
    if (!method.adapts()) {
      assertOrthogonal(head.query().getFirst().weight());
      assertThat(head.shared()).isTrue();
    }
    assertThat(Files.readString(run.modelFolder().resolve("README.md")))
        .contains("truncate_dim=4)", "loss:MatryoshkaLoss", "| 8 |");
    var config = Json.read(run.modelFolder().resolve("config.json"), JsonNode.class);
    assertThat(config.get("matryoshka_dimensions"))
        .extracting(JsonNode::asInt)
        .containsExactly(16, 8, 4);
  }

  /// PEFT knows the encoder alone: what else was done stands beside it, and is taken up with it.
  @Test
  void lowRankUpdatesAloneHaveTheLayerThatTurnsTheVectorsBesideThem() throws IOException {
    var retrieval = new RetrievalSettings(new Windows(32, 24), .4);
    var settings =
        SETTINGS
            .with(Method.LORA)
            .edit()
            .queryPrompt("find: ")
            .normalize(false)
            .retrieval(retrieval)
            .build();
    var run = TinyRun.create(folder, settings);
    assertThat(Worker.run(run.path())).as("%s", run.events().getLast()).isEqualTo(Worker.DONE);
    var model = ModelFolder.read(run.modelFolder());
    var alone = folder.resolve("alone");
    new MergeModels(TestWorkbench.withoutWorkers(folder.resolve("home")))
        .run(
            run.configuration().base().folder(),
            run.adapterFolder().toString(),
            1,
            alone,
            Progress.none());
    var merged = ModelFolder.read(alone);
    assertThat(merged.head().query().getFirst().weight().data())
        .isEqualTo(model.head().query().getFirst().weight().data());
    assertThat(merged.prompts()).isEqualTo(new Prompts("find: ", ""));
    assertThat(merged.normalize()).isFalse();
    assertThat(RetrievalFile.read(alone)).isEqualTo(retrieval);
    assertThat(Json.read(alone.resolve("config.json"), JsonNode.class).get("matryoshka_dimensions"))
        .extracting(JsonNode::asInt)
        .containsExactly(16, 8, 4);
    for (var type : InputType.values()) {
      assertThat(embedded(merged, type)).isEqualTo(embedded(model, type));
    }
  }

  private static float[][] embedded(ModelFolder model, InputType type) {
    try (var embedder = model.open(EmbedOptions.defaults(), UnaryOperator.identity())) {
      return embedder.embed(List.of("red green blue", "seven"), type, Progress.none());
    }
  }

  private static void assertOrthogonal(FloatTensor matrix) {
    assertThat(matrix.shape()).containsExactly(16, 16);
    var numbers = matrix.data();
    for (var row = 0; row < 16; row++) {
      for (var other = 0; other < 16; other++) {
        var product = 0.0;
        for (var i = 0; i < 16; i++) {
          product += (double) numbers[16 * row + i] * numbers[16 * other + i];
        }
        assertThat(product).isCloseTo(row == other ? 1 : 0, within(1e-5));
      }
    }
    assertThat(numbers[0]).as("the identity is left").isLessThan(.9999f);
  }

  @Test
  void vectorsThatAreNotTurnedGetNoLayer() throws IOException {
    var settings =
        SETTINGS.edit().matryoshka(MatryoshkaSettings.of(List.of(8)).rotated(false)).build();
    var run = TinyRun.create(folder, settings);
    assertThat(Worker.run(run.path())).as("%s", run.events().getLast()).isEqualTo(Worker.DONE);
    assertThat(ModelFolder.read(run.modelFolder()).head().isNone()).isTrue();
  }

  @Test
  void withoutItNothingIsSaid() throws IOException {
    var settings = SETTINGS.edit().matryoshka(null).maxSteps(2).testAtEnd(false).build();
    var run = TinyRun.create(folder, settings);
    assertThat(Worker.run(run.path())).as("%s", run.events().getLast()).isEqualTo(Worker.DONE);
    assertThat(Files.readString(run.path().resolve("run.json"))).doesNotContain("matryoshka");
    assertThat(Files.readString(run.reportFile())).doesNotContain("dimensions");
    assertThat(Files.readString(run.modelFolder().resolve("config.json")))
        .doesNotContain("matryoshka");
  }

  @Test
  void theWholeLengthLeftOutIsWarnedOf() {
    var cut = MatryoshkaSettings.of(List.of(8, 4));
    var settings = SETTINGS.edit().matryoshka(cut).maxSteps(2).testAtEnd(false).build();
    var run = TinyRun.create(folder, settings);
    assertThat(Worker.run(run.path())).as("%s", run.events().getLast()).isEqualTo(Worker.DONE);
    assertThat(run.events())
        .filteredOn(RunEvent.Warned.class::isInstance)
        .extracting(event -> ((RunEvent.Warned) event).problem().code())
        .contains("preflight.whole");
  }

  @Test
  void settingsComeBackFromRunJsonAndWeightsMayBeLeftOut() throws IOException {
    var run = TinyRun.create(folder, SETTINGS);
    assertThat(RunFolder.open(run.path()).configuration().settings()).isEqualTo(SETTINGS);
    var given = Json.mapper().readValue("{\"dimensions\":[8,16]}", MatryoshkaSettings.class);
    assertThat(given).isEqualTo(MatryoshkaSettings.of(List.of(16, 8)).rotated(false));
    assertThat(given.weights()).containsExactly(1.0, 1.0);
  }

  @Test
  void longerThanTheVectorsIsRefusedBeforeAnythingIsTrained() {
    refused(SETTINGS.edit().matryoshka(MatryoshkaSettings.of(List.of(32, 8))).build());
    var adapter = new AdapterSettings(AdapterSide.BOTH, 8, 8, true);
    refused(SETTINGS.with(Method.LINEAR_ADAPTER).edit().adapter(adapter).build());
  }

  private void refused(TrainingSettings settings) {
    assertThatThrownBy(() -> TinyRun.create(folder, settings))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.problem().code()).isEqualTo("encoder.dimensions.beyond"));
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void whatCannotBeIsRefused() {
    var refused =
        Map.of(
            "dimensions.none", List.<Integer>of(),
            "dimensions.least", List.of(16, 0),
            "dimensions.twice", List.of(8, 8));
    refused.forEach((code, dimensions) ->
        assertThatThrownBy(() -> MatryoshkaSettings.of(dimensions))
            .isInstanceOfSatisfying(
                ProblemException.class,
                e -> assertThat(e.problem().code()).isEqualTo("encoder." + code)));
    assertThatThrownBy(() -> new MatryoshkaSettings(List.of(8, 4), List.of(1.0), false))
        .hasMessageContaining("weight");
    for (var weight : List.of(0.0, -1.0, Double.NaN)) {
      assertThatThrownBy(() -> new MatryoshkaSettings(List.of(8), List.of(weight), false))
          .isInstanceOf(ProblemException.class);
    }
  }
}
