package dev.retune.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.retune.task.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EncoderNetworkTest {
  private static final List<String> TEXTS = List.of("the oil seal of the main spindle", "oil");

  private NDManager manager;
  private Tokenizer tokenizer;
  private EncoderNetwork network;

  @BeforeEach
  void open() {
    var folder = ModelFolder.read(Fixtures.BERT);
    manager = NativeLibraries.root();
    tokenizer = Tokenizer.open(folder);
    network = EncoderNetwork.open(folder, manager, Device.cpu());
  }

  @AfterEach
  void close() {
    network.close();
    tokenizer.close();
    manager.close();
  }

  @Test
  void droppingDependsOnTheSeedAlone() {
    var dropping = new ForwardOptions(.3, .2, 7, Precision.FP32, true, false);
    var first = encode(dropping);
    // Somebody else draws random numbers in between; the optimiser would change after some runs.
    for (int i = 0; i < 5; i++) {
      manager.randomNormal(new Shape(10));
      encode(new ForwardOptions(.3, .2, i, Precision.FP32, true, false));
    }
    assertThat(encode(dropping)).isEqualTo(first);
    assertThat(encode(new ForwardOptions(.3, .2, 8, Precision.FP32, true, false)))
        .isNotEqualTo(first);
    assertThat(encode(new ForwardOptions(.3, .2, 7L << 40, Precision.FP32, true, false)))
        .isNotEqualTo(first);
  }

  @Test
  void paddingChangesNothing() {
    var together = encode(ForwardOptions.inference(true));
    var alone = new float[12];
    try (var scope = manager.newSubManager()) {
      var batch = tokenizer.encode(List.of(TEXTS.get(1)), 24);
      alone = network.infer(scope, batch, ForwardOptions.inference(true)).toFloatArray();
    }
    for (int i = 0; i < 12; i++) {
      assertThat(together[12 + i]).isCloseTo(alone[i], within(1e-6f));
    }
  }

  @Test
  void theLastTokenIsTheLastThatIsNotPadding() {
    var folder = ModelFolder.read(Fixtures.ROBERTA, Pooling.LAST);
    try (var embedder = LocalEmbedder.open(folder)) {
      var together = embedder.embed(TEXTS, InputType.PASSAGE, Progress.none());
      var alone = embedder.embed(TEXTS.subList(1, 2), InputType.PASSAGE, Progress.none());
      assertThat(together[1]).containsExactly(alone[0], within(1e-5f));
      assertThat(together[0]).isNotEqualTo(together[1]);
    }
  }

  @Test
  void halfPrecisionStaysNear() {
    var exact = encode(ForwardOptions.inference(true));
    var rounded = encode(new ForwardOptions(0, 0, 0, Precision.BF16, true, false));
    double cosine = 0;
    for (int i = 0; i < 12; i++) {
      cosine += exact[i] * rounded[i];
    }
    assertThat(rounded).isNotEqualTo(exact);
    assertThat(cosine).isGreaterThan(.999);
  }

  @Test
  void everyWeightLearnsInHalfPrecisionWithDropout() {
    network.parameters().forEach(p -> p.value().setRequiresGradient(true));
    step(new ForwardOptions(.1, .1, 1, Precision.BF16, true, false));
    for (var parameter : network.parameters()) {
      assertThat(parameter.value().getGradient().abs().sum().getFloat())
          .as(parameter.name())
          .isNotNaN()
          .isPositive();
    }
  }

  @Test
  void nativeMemoryDoesNotGrowOverFiftySteps() throws IOException {
    var status = Path.of("/proc/self/status");
    Assumptions.assumeTrue(Files.isReadable(status), "skipped: no /proc to read the memory from");
    network.parameters().forEach(p -> p.value().setRequiresGradient(true));
    for (int i = 0; i < 20; i++) {
      step(new ForwardOptions(.1, 0, i, Precision.FP32, true, false));
    }
    var before = residentBytes(status);
    for (int i = 0; i < 50; i++) {
      step(new ForwardOptions(.1, 0, i, Precision.FP32, true, false));
    }
    // One step's activations are about 4 MB: leaking them would show as 200 MB.
    assertThat(residentBytes(status) - before).isLessThan(60L << 20);
  }

  private void step(ForwardOptions options) {
    try (var scope = manager.newSubManager();
        var collector = Engine.getEngine("PyTorch").newGradientCollector()) {
      var texts = Collections.nCopies(128, TEXTS.getFirst());
      var vectors = network.encode(scope, tokenizer.encode(texts, 24), options);
      collector.backward(vectors.mul(vectors.get(0)).sum());
    }
  }

  private float[] encode(ForwardOptions options) {
    try (var scope = manager.newSubManager()) {
      return network.encode(scope, tokenizer.encode(TEXTS, 24), options).toFloatArray();
    }
  }

  private static long residentBytes(Path status) throws IOException {
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmRSS"))
        .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElseThrow();
  }
}
