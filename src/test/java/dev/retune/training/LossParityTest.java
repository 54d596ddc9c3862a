package dev.retune.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.JsonNode;
import dev.retune.dataset.DatasetInfo;
import dev.retune.dataset.Split;
import dev.retune.encoder.NamedParameter;
import dev.retune.encoder.NativeLibraries;
import dev.retune.encoder.Prompts;
import dev.retune.task.Progress;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Twenty steps with every loss on a tiny random BERT, and with MatryoshkaLoss around some of them,
/// against the same steps of sentence-transformers on PyTorch.
class LossParityTest {
  private static final JsonNode FILE = LossCase.file("curves.json");

  @TempDir Path checkpoints;

  static Stream<LossCase> cases() {
    return Stream.concat(LossCase.of("curves.json"), LossCase.of("matryoshka.json"));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void everyStepAndTheFinalWeightsAgree(LossCase expected) {
    NativeLibraries.stayOffline();
    var inputs = inputs(expected);
    try (var manager = NDManager.newBaseManager();
        var learner =
            expected.cached()
                ? EncoderLearner.cached(inputs, manager)
                : Learner.open(inputs, manager);
        var optimiser =
            new Optimiser(manager, learner.parameters(), inputs.settings().weightDecay())) {
      var training = new TrainingStep(inputs.settings(), manager, learner, optimiser);
      if (inputs.settings().loss().guided()) {
        training.follow(Guide.of(inputs, inputs.examples(), checkpoints, manager, Progress.none()));
      }
      var curve = expected.json().get("curve");
      for (var step = 1; step <= curve.size(); step++) {
        var result =
            training.run(
                step, List.of(batch(inputs, inputs.examples(), step)), FILE.get("rate").asDouble());
        var wanted = curve.get(step - 1).asDouble();
        assertThat(result.loss())
            .as("loss of step %d", step)
            .isCloseTo(wanted, within(1e-4 * wanted + 1e-7));
      }
      compare(learner.parameters(), expected.json().get("weights"));
    }
  }

  /// Batches of three datasets in turn, each with its own loss, in the order of the fixture.
  @Test
  void batchesOfSeveralDatasetsAgree() {
    NativeLibraries.stayOffline();
    var expected = LossCase.file("mixed.json");
    var main = LossCase.named("multiple_negatives_ranking", 2, null);
    var classes = LossCase.named("batch_hard_triplet", 1, "classes");
    var scores = LossCase.named("cosent", 2, "scores");
    var inputs = beside(inputs(main), List.of(auxiliary(classes), auxiliary(scores)));
    try (var manager = NDManager.newBaseManager();
        var learner = Learner.open(inputs, manager);
        var optimiser =
            new Optimiser(manager, learner.parameters(), inputs.settings().weightDecay())) {
      var training =
          new TrainingStep(
              inputs.settings(), inputs.losses(), manager, learner, optimiser, null, _ -> {});
      var taken = new int[3];
      var curve = expected.get("curve");
      for (var step = 1; step <= curve.size(); step++) {
        var source = expected.get("turns").get(step - 1).asInt();
        var from =
            inputs.examples().stream().filter(example -> example.source() == source).toList();
        var result =
            training.run(
                step, List.of(batch(inputs, from, ++taken[source])), FILE.get("rate").asDouble());
        var wanted = curve.get(step - 1).asDouble();
        assertThat(result.loss())
            .as("loss of step %d", step)
            .isCloseTo(wanted, within(1e-4 * wanted + 1e-7));
      }
      compare(learner.parameters(), expected.get("weights"));
    }
  }

  private static RunInputs beside(RunInputs main, List<AuxiliaryData> auxiliary) {
    var examples = new ArrayList<>(main.examples());
    for (var each : auxiliary) {
      var source = 1 + auxiliary.indexOf(each);
      Examples.of(each.data(), each.loss()).forEach(row -> examples.add(row.in(source)));
    }
    return new RunInputs(
        main.settings(),
        main.base(),
        main.prompts(),
        main.data(),
        examples,
        main.validation(),
        null,
        main.plan(),
        auxiliary);
  }

  private static AuxiliaryData auxiliary(LossCase of) {
    return new AuxiliaryData(
        new DatasetInfo(of.toString(), Instant.EPOCH, null), of.data(), of.settings(), null);
  }

  private static RunInputs inputs(LossCase expected) {
    var settings =
        TrainingSettings.recommended()
            .edit()
            .loss(expected.settings())
            .matryoshka(expected.matryoshka())
            .microBatchTokens(expected.cached() ? 40 : 0)
            .batchSize(FILE.get("batch").asInt())
            .weightDecay(FILE.get("decay").asDouble())
            .clip(FILE.get("clip").asDouble())
            .hiddenDropout(0)
            .build();
    var data = expected.data();
    return new RunInputs(
        settings,
        Fixtures.model(),
        Prompts.NONE,
        data,
        Examples.of(data, settings.loss()),
        data.evaluation(Split.VALIDATION),
        null,
        new BatchPlan(List.of(), List.of()));
  }

  private static List<Example> batch(RunInputs inputs, List<Example> all, int step) {
    var size = inputs.settings().batchSize();
    var batch = new ArrayList<Example>();
    for (var i = 0; i < size; i++) {
      batch.add(all.get(((step - 1) * size + i) % all.size()));
    }
    return batch;
  }

  /// The product of a difference with a vector of random signs is, on average, as large as the
  /// difference's norm.
  private static void compare(List<NamedParameter> parameters, JsonNode expected) {
    var kept =
        parameters.stream()
            .filter(parameter -> !parameter.name().endsWith("key.bias"))
            .sorted(Comparator.comparing(NamedParameter::name))
            .toList();
    for (var i = 0; i < kept.size(); i++) {
      assertThat(kept.get(i).name()).isEqualTo(FILE.get("tensors").get(i).asText());
      var values = kept.get(i).value().toFloatArray();
      var norm = 0.0;
      var products = new double[2];
      for (var j = 0; j < values.length; j++) {
        norm += (double) values[j] * values[j];
        products[0] += sign(j, 1) * values[j];
        products[1] += sign(j, 2) * values[j];
      }
      for (var seed = 0; seed < 2; seed++) {
        assertThat(products[seed])
            .as("%s, norm %f", kept.get(i).name(), Math.sqrt(norm))
            .isCloseTo(expected.get(i).get(seed).asDouble(), within(1e-4 * Math.sqrt(norm)));
      }
    }
  }

  private static double sign(int index, int seed) {
    return (((index * 2654435761L + seed * 40503L) & 0xffffffffL) >> 16 & 1) != 0 ? 1 : -1;
  }
}
