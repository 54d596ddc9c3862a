package dev.retune.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.retune.encoder.ForwardOptions;
import dev.retune.encoder.NativeLibraries;
import dev.retune.encoder.TokenBatch;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
    assertThat(little.losses()).hasSameSizeAs(whole.losses());
    for (var i = 0; i < whole.losses().size(); i++) {
      assertThat(little.losses().get(i)).isCloseTo(whole.losses().get(i), within(1e-4));
    }
    for (var name : List.of("encoder.layer.0.output.dense.weight", "embeddings.LayerNorm.bias")) {
      var expected = whole.weights().get(name);
      var found = little.weights().get(name);
      for (var i = 0; i < expected.length; i++) {
        assertThat(found[i]).isCloseTo(expected[i], within(2e-4f));
      }
    }
    assertThat(little.kept()).as("in the checkpoint").isBetween(1, 60);
  }

  @Test
  void oneTextThatDoesNotFitEndsTheRunInPlainWords() throws InterruptedException {
    var none = train(3);
    assertThat(none.failure()).contains("did not suffice even for one text");
    assertThat(none.losses()).isEmpty();
  }

  private record Trained(
      List<Double> losses,
      List<String> spared,
      Map<String, float[]> weights,
      int kept,
      @Nullable String failure) {}

  /// @param most tokens with padding that pass at once; more fail as PyTorch says it
  private Trained train(int most) throws InterruptedException {
    // The steps are tiny, as in every run of this size.
    System.setProperty("ai.djl.pytorch.num_threads", "1");
    var run = TinyRun.create(folder, SETTINGS);
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
                (given, owner) ->
                    EncoderLearner.full(given, owner, inner -> new Scarce(inner, most)))) {
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
        return new Trained(losses, spared, Map.of(), 0, failure.getMessage());
      }
      var latest = checkpoints.latest(_ -> {}).orElseThrow();
      var weights = new TreeMap<String, float[]>();
      latest.weights().forEach((name, tensor) -> weights.put(name, tensor.data()));
      return new Trained(losses, spared, weights, latest.position().microBatchTokens(), null);
    }
  }

  private record Scarce(Encoding inner, int most) implements Encoding {
    @Override
    public NDArray encode(NDManager scope, TokenBatch batch, ForwardOptions options) {
      var result = inner.encode(scope, batch, options);
      check(batch);
      return result;
    }

    @Override
    public NDArray infer(NDManager scope, TokenBatch batch, ForwardOptions options) {
      check(batch);
      return inner.infer(scope, batch, options);
    }

    private void check(TokenBatch batch) {
      if (batch.tokens() > most) {
        throw new EngineException(
            "[enforce fail at alloc_cpu.cpp:115] err == 0. DefaultCPUAllocator: can't allocate"
                + " memory: you tried to allocate 12884901888 bytes.");
      }
    }
  }
}
