package dev.retune.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
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
import dev.retune.retrieval.RetrievalSettings;
import dev.retune.task.Progress;
import dev.retune.training.adapter.AdapterSettings;
import dev.retune.training.adapter.AdapterSide;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What a step takes of native memory it gives back, whatever is trained.
class NativeMemoryTest {
  private static final int BATCH = 16;
  private static final int SETTLED = 50;
  private static final int STEPS = 300;
  private static final double GROWTH = 1.02;

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(names = {"FULL", "LORA", "TWO_LAYER_ADAPTER"})
  void threeHundredStepsDoNotGrow(Method method) throws Throwable {
    assumeTrue(NativeHeap.known(), "the C library does not tell what is in use");
    NativeLibraries.stayOffline();
    var inputs =
        RunInputs.of(
            "",
            wide(),
            TinyRun.data(BATCH),
            TinyRun.SETTINGS
                .edit()
                .method(method)
                .adapter(new AdapterSettings(AdapterSide.QUERY, 256, 0, true))
                .build(),
            List.of());
    try (var manager = NativeLibraries.root();
        var learner = Learner.open(inputs, manager);
        var optimiser = new Optimiser(manager, learner.parameters(), .01)) {
      learner.prepare(folder.resolve("vectors"), Progress.none());
      var training = new TrainingStep(inputs.settings(), manager, learner, optimiser);
      var settled = 0L;
      for (var step = 1; step <= STEPS; step++) {
        training.run(step, inputs.examples(), 1e-4);
        if (step % 25 == 0) {
          new Quality(inputs.validation(), RetrievalSettings.PLAIN, List.of())
              .of(learner.embedder(), Progress.none());
        }
        settled = step == SETTLED ? NativeHeap.bytes() : settled;
      }
      assertThat(NativeHeap.bytes()).isLessThan(Math.round(settled * GROWTH));
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
