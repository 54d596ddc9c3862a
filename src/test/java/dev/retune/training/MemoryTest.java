package dev.retune.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.retune.encoder.ForwardOptions;
import dev.retune.encoder.LayerwisePass;
import dev.retune.encoder.NativeLibraries;
import dev.retune.encoder.TokenBatch;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Memory that does not suffice costs time and no digit; planted where a group enters the network.
class MemoryTest {
  private static final TrainingSettings SETTINGS =
      TinyRun.SETTINGS
          .edit()
          .epochs(1)
          .hiddenDropout(0)
          .evaluation(new EvaluationSettings(4, "ndcg@10"))
          .checkpoints(new CheckpointSettings(3, 9))
          .build();

  @TempDir Path folder;

  @Test
  void aStepIsRepeatedInSmallerPartsWithTheSameResult() throws InterruptedException {
    var whole = train(Integer.MAX_VALUE);
    assertThat(whole.failure()).isNull();
    var little = train(60);
    assertThat(little.failure()).isNull();
    assertThat(little.spared()).isNotEmpty();
    assertThat(little.spared())
        .allMatch(said -> said.contains("Memory did not suffice at step 1;"));
    assertSame(little, whole);
    assertThat(little.kept()).as("in the checkpoint").isBetween(1, 60);
  }

  @Test
  void aTextThatDoesNotFitPassesLayerByLayerWithTheSameResult() throws InterruptedException {
    var whole = train(Integer.MAX_VALUE);
    var little = train(3, Integer.MAX_VALUE, GradientCheckpointing.AUTO);
    assertThat(little.failure()).isNull();
    assertThat(little.spared())
        .last(InstanceOfAssertFactories.STRING)
        .contains("even for one text at a time; from now on it holds one layer");
    assertSame(little, whole);
    assertThat(little.layerwise()).as("in the checkpoint").isTrue();
  }

  @Test
  void aRunThatGoesOnStillPassesLayerByLayer() throws InterruptedException, IOException {
    var run = run(GradientCheckpointing.AUTO);
    var straight = train(run, 3, Integer.MAX_VALUE, Thrift.NONE);
    for (var step : List.of("step-00000006", "step-00000008")) {
      Folders.delete(run.checkpointsFolder().resolve(step));
    }
    var resumed = train(run, 3, Integer.MAX_VALUE, Thrift.NONE);
    assertThat(resumed.spared()).as("nothing new").isEqualTo(straight.spared());
    assertThat(resumed.losses()).hasSize(8 + 5);
    assertThat(resumed.weights().keySet()).isEqualTo(straight.weights().keySet());
    straight
        .weights()
        .forEach(
            (name, numbers) -> assertThat(resumed.weights().get(name)).as(name).isEqualTo(numbers));
  }

  @Test
  void layerByLayerThePartsBecomeSmallerAndThatIsSaid() throws InterruptedException {
    var whole = train(Integer.MAX_VALUE);
    var little = train(0, 60, GradientCheckpointing.AUTO, new Thrift(0, true));
    assertThat(little.failure()).isNull();
    assertThat(little.spared()).isNotEmpty().allMatch(said -> said.contains("from now on at most"));
    assertSame(little, whole);
    assertThat(little.kept()).as("in the checkpoint").isBetween(1, 60);
    assertThat(little.layerwise()).as("in the checkpoint").isTrue();
  }

  @Test
  void layerByLayerFromTheBeginningIsTheSameToo() throws InterruptedException {
    var layerwise = train(0, Integer.MAX_VALUE, GradientCheckpointing.ON);
    assertThat(layerwise.spared()).isEmpty();
    assertSame(layerwise, train(Integer.MAX_VALUE));
  }

  @ParameterizedTest
  @EnumSource
  void oneTextThatDoesNotFitEndsTheRunInPlainWords(GradientCheckpointing setting)
      throws InterruptedException {
    var none = train(3, setting == GradientCheckpointing.OFF ? Integer.MAX_VALUE : 3, setting);
    assertThat(none.failure()).contains("did not suffice even for one text");
    assertThat(none.losses()).isEmpty();
  }

  private static void assertSame(Trained found, Trained expected) {
    assertThat(found.losses()).hasSameSizeAs(expected.losses());
    for (var i = 0; i < expected.losses().size(); i++) {
      assertThat(found.losses().get(i)).isCloseTo(expected.losses().get(i), within(1e-4));
    }
    for (var name : List.of("encoder.layer.0.output.dense.weight", "embeddings.LayerNorm.bias")) {
      assertThat(found.weights().get(name))
          .usingComparatorWithPrecision(2e-4f)
          .containsExactly(expected.weights().get(name));
    }
  }

  private record Trained(
      List<Double> losses,
      List<String> spared,
      Map<String, float[]> weights,
      int kept,
      boolean layerwise,
      @Nullable String failure) {}

  private Trained train(int most) throws InterruptedException {
    return train(most, 0, GradientCheckpointing.AUTO);
  }

  /// @param most tokens that pass at once; more fail as PyTorch says it
  /// @param mostLayerwise tokens that pass at once layer by layer
  private Trained train(int most, int mostLayerwise, GradientCheckpointing setting)
      throws InterruptedException {
    return train(most, mostLayerwise, setting, Thrift.NONE);
  }

  /// @param earlier what memory has made the learner do before
  private Trained train(int most, int mostLayerwise, GradientCheckpointing setting, Thrift earlier)
      throws InterruptedException {
    return train(run(setting), most, mostLayerwise, earlier);
  }

  private RunFolder run(GradientCheckpointing setting) {
    return TinyRun.create(folder, SETTINGS.edit().gradientCheckpointing(setting).build());
  }

  /// Goes on where the run stands.
  private static Trained train(RunFolder run, int most, int mostLayerwise, Thrift earlier)
      throws InterruptedException {
    // The steps are tiny, as in every run of this size.
    System.setProperty("ai.djl.pytorch.num_threads", "1");
    var inputs = RunInputs.read(run);
    var checkpoints = new Checkpoints(run.checkpointsFolder());
    try (var journal = new RunJournal(new EventLog(run.eventsFile()), 1, Clock.systemUTC());
        var manager = NativeLibraries.root();
        var loop =
            new TrainingLoop(
                inputs,
                new Narrator(inputs, journal),
                checkpoints,
                new Wishes(run.control()),
                manager,
                (given, owner) -> {
                  var learner =
                      EncoderLearner.full(
                          given, owner, inner -> new Scarce(inner, most, mostLayerwise));
                  if (!earlier.equals(Thrift.NONE)) {
                    learner.spare(earlier);
                  }
                  return learner;
                })) {
      loop.restore();
      var outcome = loop.run(null, run.checkpointsFolder());
      var losses =
          run.events().stream()
              .filter(RunEvent.Step.class::isInstance)
              .map(event -> ((RunEvent.Step) event).loss())
              .toList();
      var spared =
          run.events().stream()
              .filter(RunEvent.Warned.class::isInstance)
              .map(event -> ((RunEvent.Warned) event).problem().toString())
              .filter(said -> said.contains("Memory"))
              .toList();
      var failure = outcome.failure();
      if (failure != null) {
        return new Trained(losses, spared, Map.of(), 0, false, failure.getMessage());
      }
      var latest = checkpoints.latest(_ -> {}).orElseThrow();
      var weights = new TreeMap<String, float[]>();
      latest.weights().forEach((name, tensor) -> weights.put(name, tensor.data()));
      var position = latest.position();
      return new Trained(
          losses, spared, weights, position.microBatchTokens(), position.layerwise(), null);
    }
  }

  private record Scarce(Encoding inner, int most, int mostLayerwise) implements Encoding {
    @Override
    public NDArray encode(NDManager scope, TokenBatch batch, ForwardOptions options) {
      var result = inner.encode(scope, batch, options);
      check(batch, most);
      return result;
    }

    @Override
    public NDArray infer(NDManager scope, TokenBatch batch, ForwardOptions options) {
      check(batch, Math.max(most, mostLayerwise));
      return inner.infer(scope, batch, options);
    }

    @Override
    public LayerwisePass layerwise(NDManager scope, TokenBatch batch, ForwardOptions options) {
      check(batch, mostLayerwise);
      return inner.layerwise(scope, batch, options);
    }

    private static void check(TokenBatch batch, int most) {
      if (batch.tokens() > most) {
        throw new EngineException(
            "[enforce fail at alloc_cpu.cpp:115] err == 0. DefaultCPUAllocator: can't allocate"
                + " memory: you tried to allocate 12884901888 bytes.");
      }
    }
  }
}
