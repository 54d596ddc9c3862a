package dev.retune.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.JsonNode;
import dev.retune.dataset.PairRow;
import dev.retune.dataset.RetrievalSet;
import dev.retune.dataset.Row;
import dev.retune.dataset.Shape;
import dev.retune.dataset.Split;
import dev.retune.dataset.TrainingData;
import dev.retune.encoder.Activation;
import dev.retune.encoder.Dense;
import dev.retune.encoder.FloatTensor;
import dev.retune.encoder.Head;
import dev.retune.encoder.InputType;
import dev.retune.encoder.ModelCard;
import dev.retune.encoder.ModelFolder;
import dev.retune.encoder.ModelFolderWriter;
import dev.retune.encoder.NativeLibraries;
import dev.retune.encoder.Prompts;
import dev.retune.task.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Ten steps on a tiny random BERT, against the same ten steps of sentence-transformers on PyTorch.
class TrainingParityTest {
  @TempDir Path folder;

  @Test
  void lossesNormsWeightsAndVectorsAgreeWithSentenceTransformers() {
    compare(Fixtures.json("run.json"), Fixtures.model());
  }

  @Test
  void layersBehindThePoolingStayAsTheyAreAndAreLearnedThrough() {
    var json = Fixtures.json("head.json");
    var weight = new FloatTensor(new long[] {12, 16}, Fixtures.floats(json.at("/head/weight")));
    var bias = new FloatTensor(new long[] {12}, Fixtures.floats(json.at("/head/bias")));
    var layers = List.of(new Dense(weight, bias, Activation.TANH));
    var base = folder.resolve("base");
    ModelFolderWriter.writeWithHead(
        base,
        Fixtures.model(),
        Prompts.NONE,
        Head.shared(layers, false),
        new ModelCard("base", List.of(), ""));
    compare(json, ModelFolder.read(base));
  }

  /// Four batches to a step, and the two that are left at the end of each of three epochs, as
  /// sentence-transformers' own trainer goes through them.
  @Test
  void severalBatchesToAStepAgreeWithSentenceTransformers() {
    var json = Fixtures.json("accumulation.json");
    var texts = Fixtures.json("run.json");
    var given = json.get("settings");
    var settings =
        TrainingSettings.recommended()
            .edit()
            .batchSize(given.get("batch").asInt())
            .accumulation(given.get("accumulation").asInt())
            .epochs(given.get("epochs").asInt())
            .learningRate(given.get("learning_rate").asDouble())
            .warmupRatio(given.get("warmup_ratio").asDouble())
            .weightDecay(given.get("weight_decay").asDouble())
            .clip(given.get("clip").asDouble())
            .hiddenDropout(0)
            .build();
    var inputs = inputs(settings, data(texts.get("queries"), texts.get("passages")));
    var total = inputs.plan().totalSteps();
    assertThat(total).isEqualTo(json.get("steps").size());
    var schedule = Schedule.of(settings, total);
    try (var manager = NDManager.newBaseManager();
        var learner = Learner.open(inputs, manager);
        var optimiser = new Optimiser(manager, learner.parameters(), settings.weightDecay())) {
      var training = new TrainingStep(settings, manager, learner, optimiser);
      for (var step = 1; step <= total; step++) {
        var expected = json.get("steps").get(step - 1);
        var batches = inputs.batches(step);
        assertThat(batches).hasSize(expected.get("batches").asInt());
        var rate = schedule.rate(step);
        assertThat(rate).isCloseTo(expected.get("rate").asDouble(), within(1e-12));
        assertStep(training.run(step, batches, rate), expected, step);
      }
      assertEnds(learner, inputs.data(), json);
    }
  }

  /// The rows in their order, each batch the next ones.
  private static RunInputs inputs(TrainingSettings settings, TrainingData data) {
    NativeLibraries.stayOffline();
    var pairs = pairs(data);
    var epoch = new ArrayList<int[]>();
    for (var first = 0; first < pairs.size(); first += settings.batchSize()) {
      epoch.add(IntStream.range(first, first + settings.batchSize()).toArray());
    }
    return new RunInputs(
        settings,
        Fixtures.model(),
        Prompts.NONE,
        data,
        pairs,
        data.evaluation(Split.VALIDATION),
        null,
        BatchPlan.ofEpochs(Collections.nCopies(settings.epochs(), epoch), settings));
  }

  private static List<Example> pairs(TrainingData data) {
    return data.rows().stream()
        .map(PairRow.class::cast)
        .map(row -> Example.pair(row.query(), row.passage(), List.of()))
        .toList();
  }

  private static void compare(JsonNode json, ModelFolder base) {
    NativeLibraries.stayOffline();
    var given = json.get("settings");
    var settings =
        TrainingSettings.recommended()
            .edit()
            .batchSize(given.get("batch").asInt())
            .learningRate(given.get("learning_rate").asDouble())
            .weightDecay(given.get("weight_decay").asDouble())
            .clip(given.get("clip").asDouble())
            .hiddenDropout(0)
            .build();
    var data = data(json.get("queries"), json.get("passages"));
    var pairs = pairs(data);
    var inputs =
        new RunInputs(
            settings,
            base,
            Prompts.NONE,
            data,
            pairs,
            data.evaluation(Split.VALIDATION),
            null,
            new BatchPlan(List.of(), List.of()));
    var schedule =
        new Schedule(
            Schedule.Kind.LINEAR, settings.learningRate(), given.get("warmup").asInt(), 10);
    try (var manager = NDManager.newBaseManager();
        var learner = Learner.open(inputs, manager);
        var optimiser = new Optimiser(manager, learner.parameters(), settings.weightDecay())) {
      var training = new TrainingStep(inputs.settings(), manager, learner, optimiser);
      for (var step = 1; step <= 10; step++) {
        var expected = json.get("steps").get(step - 1);
        var batch = pairs.subList((step - 1) * settings.batchSize(), step * settings.batchSize());
        var rate = schedule.rate(step);
        assertThat(rate).isCloseTo(expected.get("rate").asDouble(), within(1e-12));
        var result = training.run(step, List.of(batch), rate);
        assertStep(result, expected, step);
      }
      assertEnds(learner, data, json);
    }
  }

  private static void assertStep(TrainingStep.Result result, JsonNode expected, int step) {
    assertThat(result.loss())
        .as("loss of step %d", step)
        .isCloseTo(expected.get("loss").asDouble(), within(1e-5));
    assertThat(result.gradientNorm())
        .as("gradient norm of step %d", step)
        .isCloseTo(expected.get("norm").asDouble(), within(2e-4));
  }

  private static void assertEnds(Learner learner, TrainingData data, JsonNode expected) {
    for (var parameter : learner.parameters()) {
      // The gradient of a key bias is zero but for noise, which Adam makes large.
      if (!parameter.name().endsWith("key.bias")) {
        assertThat(norm(parameter.value().toFloatArray()))
            .as(parameter.name())
            .isCloseTo(expected.get("weight_norms").get(parameter.name()).asDouble(), within(1e-4));
      }
    }
    var texts = new ArrayList<String>();
    data.queries().values().stream().limit(3).forEach(texts::add);
    data.corpus().values().stream().limit(3).forEach(texts::add);
    var vectors = learner.embedder().embed(texts, InputType.QUERY, Progress.none());
    for (var i = 0; i < 6; i++) {
      assertThat(vectors[i])
          .containsExactly(Fixtures.floats(expected.get("vectors").get(i)), within(1e-4f));
    }
  }

  private static TrainingData data(JsonNode queries, JsonNode passages) {
    var questions = new LinkedHashMap<String, String>();
    var corpus = new LinkedHashMap<String, String>();
    var rows = new ArrayList<Row>();
    for (var i = 0; i < queries.size(); i++) {
      questions.put("q" + i, queries.get(i).asText());
      corpus.put("p" + i, passages.get(i).asText());
      rows.add(new PairRow("q" + i, "p" + i, Split.TRAIN));
    }
    var set = new RetrievalSet(corpus, questions, Map.of("q0", Map.of("p0", 1.0)));
    return new TrainingData(Shape.PAIRS, corpus, questions, rows, Map.of(Split.VALIDATION, set));
  }

  private static double norm(float[] values) {
    var sum = 0.0;
    for (var value : values) {
      sum += (double) value * value;
    }
    return Math.sqrt(sum);
  }
}
