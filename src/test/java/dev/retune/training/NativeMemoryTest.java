package dev.retune.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.retune.dataset.PairRow;
import dev.retune.dataset.Split;
import dev.retune.encoder.FloatTensor;
import dev.retune.encoder.Head;
import dev.retune.encoder.ModelCard;
import dev.retune.encoder.ModelFolder;
import dev.retune.encoder.ModelFolderWriter;
import dev.retune.encoder.ModelParts;
import dev.retune.encoder.NativeLibraries;
import dev.retune.encoder.Prompts;
import dev.retune.encoder.Safetensors;
import dev.retune.file.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One scope of native memory a step: what a step leaves behind would add up to hundreds of
/// megabytes in fifty.
class NativeMemoryTest {
  private static final int BATCH = 16;
  private static final long CAP_MEBIBYTES = 60;

  @TempDir Path folder;

  @Test
  void fiftyStepsDoNotGrow() {
    assumeTrue(PeakMemory.current() > 0, "resident memory is read from /proc, which is not here");
    var data = TinyRun.data(BATCH);
    var pairs =
        data.rows().stream()
            .map(PairRow.class::cast)
            .map(row -> Example.pair(row.query(), row.passage(), List.of()))
            .toList();
    var inputs =
        new RunInputs(
            TinyRun.SETTINGS,
            wide(),
            Prompts.NONE,
            data,
            pairs,
            data.evaluation(Split.VALIDATION),
            null,
            new BatchPlan(List.of(), 0));
    try (var manager = NativeLibraries.root();
        var learner = Learner.open(inputs, manager);
        var optimiser = new Optimiser(manager, learner.parameters(), .01)) {
      var training = new TrainingStep(inputs.settings(), manager, learner, optimiser);
      run(training, pairs, 1, 10);
      var before = PeakMemory.current();
      run(training, pairs, 11, 60);
      assertThat(PeakMemory.current() - before).isLessThan(CAP_MEBIBYTES);
    }
  }

  private static void run(TrainingStep training, List<Example> pairs, int from, int to) {
    for (var step = from; step <= to; step++) {
      training.run(step, pairs, 1e-4);
    }
  }

  /// The fixture's model with position, type and word tables and blocks eight times as wide, so
  /// that a step computes on several megabytes.
  private ModelFolder wide() {
    var base = Fixtures.model();
    var random = new Random(1);
    var weights = new TreeMap<String, FloatTensor>();
    Safetensors.read(base.path().resolve("model.safetensors"))
        .forEach((name, tensor) -> weights.put(name, wide(name, tensor, random)));
    var config = Json.read(base.path().resolve("config.json"), ObjectNode.class);
    config.put("hidden_size", 128);
    config.put("intermediate_size", 256);
    var tokenizer = Map.of("tokenizer.json", bytes(base.path().resolve("tokenizer.json")));
    var parts =
        new ModelParts(
            config,
            tokenizer,
            weights,
            base.pooling(),
            true,
            Head.NONE,
            Prompts.NONE,
            base.maxTokens(),
            false,
            base.similarity());
    ModelFolderWriter.write(folder.resolve("wide"), parts, new ModelCard("wide", List.of(), ""));
    return ModelFolder.read(folder.resolve("wide"));
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FloatTensor wide(String name, FloatTensor tensor, Random random) {
    var shape = tensor.shape();
    shape[shape.length - 1] *= 8;
    if (shape.length == 2 && !name.startsWith("embeddings")) {
      shape[0] *= 8;
    }
    var numbers = new float[(int) LongStream.of(shape).reduce(1, (a, b) -> a * b)];
    for (var i = 0; i < numbers.length; i++) {
      numbers[i] = (float) (random.nextGaussian() * .05);
    }
    return new FloatTensor(shape, numbers);
  }
}
