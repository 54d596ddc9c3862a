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
import dev.retune.encoder.Prompts;
import dev.retune.encoder.Safetensors;
import dev.retune.file.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
  private static final double GROWTH = 1.02;

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(names = {"FULL", "LORA", "TWO_LAYER_ADAPTER"})
  void threeHundredStepsDoNotGrow(Method method) throws Exception {
    assumeTrue(NativeHeap.known(), "the C library does not tell what is in use");
    var words = new ArrayList<>(TinyRun.java());
    words.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path")));
    words.addAll(List.of(NativeMemoryProbe.class.getName(), method.name()));
    words.addAll(List.of(wide().path().toString(), folder.resolve("vectors").toString()));
    var process = new ProcessBuilder(words).redirectErrorStream(true).start();
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    var figures = output.lines().reduce("", (_, line) -> line).split(" ");
    var settled = Long.parseLong(figures[0]);
    assertThat(Long.parseLong(figures[1])).isLessThan(Math.round(settled * GROWTH));
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
