package dev.retune.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.retune.dataset.DatasetFolder;
import dev.retune.dataset.DatasetInfo;
import dev.retune.dataset.TrainingData;
import dev.retune.encoder.DeviceChoice;
import dev.retune.encoder.FloatTensor;
import dev.retune.encoder.ModelCard;
import dev.retune.encoder.ModelFolder;
import dev.retune.encoder.ModelFolderWriter;
import dev.retune.encoder.NativeLibraries;
import dev.retune.encoder.Precision;
import dev.retune.encoder.Safetensors;
import dev.retune.file.Json;
import dev.retune.text.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What goes wrong ends in a plain event, and what was good is kept.
class FailureTest {
  private static final TrainingSettings SETTINGS =
      TinyRun.SETTINGS
          .edit()
          .epochs(2)
          .noDuplicates(false)
          .evaluation(new EvaluationSettings(1, "ndcg@10"))
          .build();

  @TempDir Path folder;

  @Test
  void aLossThatIsNoNumberEndsTheRunAndKeepsTheBest() {
    // A word that only one training query holds has a vector beyond what LayerNorm can square.
    var data = TinyRun.data(64);
    var queries = new LinkedHashMap<>(data.queries());
    queries.put("qt17", "how limit");
    var poisoned =
        new TrainingData(data.shape(), data.corpus(), queries, data.rows(), data.evaluation());
    var run = TinyRun.create(folder, SETTINGS, withHugeVectorFor("how"), poisoned);
    var before = BatchPlan.of(pairs(64), SETTINGS, null).batches();
    var at = 1;
    while (Arrays.stream(before.get(at - 1)).noneMatch(i -> i == 17)) {
      at++;
    }
    assertThat(at).as("not in the first batch, with this seed").isGreaterThan(1);

    assertThat(Worker.run(run.path())).isEqualTo(Worker.FAILED);

    assertThat(run.state()).isEqualTo(RunState.FAILED);
    var failed = (RunEvent.Failed) run.events().getLast();
    assertThat(failed.problem().code()).isEqualTo("training.loss.notFinite");
    assertThat(failed.step()).isEqualTo(at - 1);
    assertThat(run.report().orElseThrow().bestStep()).isBetween(1, at - 1);
    var weights = Safetensors.read(run.modelFolder().resolve("model.safetensors"));
    assertThat(weights.get("encoder.layer.0.output.dense.weight").data()).doesNotContain(Float.NaN);
  }

  @Test
  void aBaseWithNumbersThatAreNoneIsRefusedByTheWeightsName() {
    var base = withVector("how", Float.NaN);
    var runs = folder.resolve("runs");
    assertThatThrownBy(() -> TinyRun.create(runs, SETTINGS, base, TinyRun.data(16)))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused -> assertThat(refused.problem().code()).isEqualTo("encoder.not_finite"))
        .hasMessageContaining("embeddings.word_embeddings.weight")
        .hasMessageContaining("NaN");
    assertThat(runs).isEmptyDirectory();
  }

  @Test
  void float16IsRefusedOnAProcessor() {
    var settings = SETTINGS.edit().precision(Precision.FP16).device(DeviceChoice.CPU).build();
    var run = TinyRun.create(folder, settings);
    assertThat(Worker.run(run.path())).isEqualTo(Worker.FAILED);
    assertThat(((RunEvent.Failed) run.events().getLast()).problem().toString())
        .contains("float16 is for graphics cards");
  }

  @Test
  void aGraphicsCardThatIsNotThereIsRefusedWithWhatToDo() {
    assumeTrue(System.getenv("PYTORCH_LIBRARY_PATH") == null, "a CUDA build is set up here");
    var run = TinyRun.create(folder, SETTINGS.edit().device(DeviceChoice.CUDA).build());
    assertThat(Worker.run(run.path())).isEqualTo(Worker.FAILED);
    assertThat(((RunEvent.Failed) run.events().getLast()).problem().toString())
        .contains("retune gpu install");
  }

  @Test
  void anOlderRunFileStillSaysItsPrecision() throws IOException {
    var run = TinyRun.create(folder, SETTINGS);
    var file = run.path().resolve("run.json");
    var older =
        Files.readString(file)
            .replaceFirst("\"precision\" : \"FP32\"", "\"bf16\" : true")
            .replaceFirst("\"device\" : \"AUTO\",", "");
    assertThat(older).contains("bf16").doesNotContain("device");
    Files.writeString(file, older);
    var settings = RunFolder.open(run.path()).configuration().settings();
    assertThat(settings.precision()).isEqualTo(Precision.BF16);
    assertThat(settings.device()).isEqualTo(DeviceChoice.AUTO);
  }

  @Test
  void whatAutomaticPrecisionCameToIsKeptForEveryLaterAttempt() throws IOException {
    var run = TinyRun.create(folder, SETTINGS.edit().precision(Precision.AUTO).build());
    var inputs = RunInputs.read(run);
    try (var manager = NativeLibraries.root()) {
      var first = PrecisionChoice.settle(run, inputs, manager).settings().precision();
      assertThat(first).isIn(Precision.FP32, Precision.BF16);
      var file = run.path().resolve("precision.json");
      assertThat(Files.readString(file)).contains(first.name());
      Files.writeString(file, "{\"schema_version\":1,\"precision\":\"BF16\"}");
      assertThat(PrecisionChoice.settle(run, inputs, manager).settings().precision())
          .isEqualTo(Precision.BF16);
    }
  }

  @Test
  void aChangedBaseIsRefused() throws IOException {
    var base = withHugeVectorFor("how");
    var run = TinyRun.create(folder, SETTINGS, base, TinyRun.data(16));
    Safetensors.write(
        base.path().resolve("model.safetensors"),
        Safetensors.read(Fixtures.model().path().resolve("model.safetensors")));
    assertThat(Worker.run(run.path())).isEqualTo(Worker.FAILED);
    assertThat(((RunEvent.Failed) run.events().getLast()).problem().code())
        .isEqualTo("training.base.changed");
  }

  @Test
  void onePairIsTooFew() {
    assertThatThrownBy(() -> TinyRun.create(folder, SETTINGS, Fixtures.model(), TinyRun.data(1)))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("at least 2");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aNewerRunFileIsRefusedByNameAndVersion() throws IOException {
    var run = TinyRun.create(folder, SETTINGS);
    var file = run.path().resolve("run.json");
    Files.writeString(
        file, Files.readString(file).replace("\"schema_version\" : 1", "\"schema_version\" : 2"));
    assertThatThrownBy(() -> RunFolder.open(run.path()))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("run.json")
        .hasMessageContaining("version 2");
    assertThat(RunFolder.list(folder)).isEmpty();
  }

  @Test
  void whatARunFileSaysAndNobodyKnowsIsRefusedBeforeTraining() throws IOException {
    var run = TinyRun.create(folder, SETTINGS);
    var file = run.path().resolve("run.json");
    Files.writeString(
        file, Files.readString(file).replace("\"epochs\"", "\"epoch_count\" : 7, \"epochs\""));
    assertThat(Worker.run(run.path())).isEqualTo(Worker.FAILED);
    var failed = (RunEvent.Failed) run.events().getLast();
    assertThat(failed.problem().code()).isEqualTo("training.run.unknown");
    assertThat(failed.problem().toString()).contains("settings.epoch_count");
    assertThat(run.checkpointsFolder()).doesNotExist();
  }

  @Test
  void aSettingThatARunFileLacksHasItsRecommendedValue() throws IOException {
    var run = TinyRun.create(folder, SETTINGS);
    var file = run.path().resolve("run.json");
    var tree = Json.read(file, ObjectNode.class);
    ((ObjectNode) tree.get("settings")).remove(List.of("adapter", "clip", "early_stopping"));
    Json.write(file, tree);
    assertThat(RunFolder.open(run.path()).configuration().settings()).isEqualTo(SETTINGS);
  }

  @Test
  void aRunOfAnyNameHasAFolderOfPlainLetters() {
    assertThat(created("Erste Übung: Ventile!").id())
        .matches("\\d{8}-\\d{6}-erste-bung-ventile-\\w{4}");
    assertThat(created("第一次").id()).matches("\\d{8}-\\d{6}-run-\\w{4}");
    assertThat(created("第一次").configuration().name()).isEqualTo("第一次");
    assertThat(RunFolder.list(folder)).hasSize(3);
  }

  @Test
  void aFolderWithoutARunIsRefused() {
    assertThatThrownBy(() -> RunFolder.open(folder))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("run.json");
  }

  @Test
  void aDatasetThatCannotBeWrittenLeavesNoRunBehind() throws IOException {
    assertThatThrownBy(() ->
            RunFolder.create(
                folder,
                "x",
                Fixtures.model(),
                _ -> {
                  throw new IllegalStateException("full");
                },
                SETTINGS,
                "0.1.0"))
        .hasMessage("full");
    try (var left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void settingsOutOfBoundsAreRefusedByName() {
    assertThatThrownBy(() -> TrainingSettings.recommended().edit().batchSize(1).build())
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("batchSize is 1 but must be at least 2");
    assertThatThrownBy(() -> TrainingSettings.recommended().edit().learningRate(Double.NaN).build())
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("learningRate");
  }

  private RunFolder created(String name) {
    return RunFolder.create(
        folder,
        name,
        Fixtures.model(),
        dataset -> {
          var info = new DatasetInfo("tiny", Instant.EPOCH, "a test");
          var fingerprint = DatasetFolder.write(dataset, TinyRun.data(16), info);
          return new RunConfiguration.DatasetReference("tiny", fingerprint);
        },
        SETTINGS,
        "0.1.0");
  }

  private ModelFolder withHugeVectorFor(String word) {
    return withVector(word, 3e38f);
  }

  /// @param value of its numbers, every other one negative
  private ModelFolder withVector(String word, float value) {
    var base = Fixtures.model();
    var weights = Safetensors.read(base.path().resolve("model.safetensors"));
    var words = weights.get("embeddings.word_embeddings.weight");
    var changed = words.data().clone();
    var width = (int) words.shape()[1];
    var id = Fixtures.id(word);
    for (var i = 0; i < width; i++) {
      changed[id * width + i] = i % 2 == 0 ? value : -value;
    }
    weights.put("embeddings.word_embeddings.weight", new FloatTensor(words.shape(), changed));
    var target = folder.resolve("base");
    ModelFolderWriter.write(target, base, weights, new ModelCard("huge", List.of(), ""));
    return ModelFolder.read(target);
  }

  private static List<Example> pairs(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> Example.pair("qt" + i, "pt" + i, List.of()))
        .toList();
  }
}
