package dev.retune.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.types.Shape;
import dev.retune.task.Progress;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Vectors and gradients against sentence-transformers and PyTorch's own autograd.
class ReferenceParityTest {

  @ParameterizedTest
  @ValueSource(strings = {"tiny-bert", "tiny-roberta"})
  void vectorsAgree(String name) {
    var folder = Path.of("src/test/fixtures", name);
    var texts = Fixtures.texts(folder);
    float[][] actual;
    try (var embedder = LocalEmbedder.open(ModelFolder.read(folder))) {
      actual = embedder.embed(texts, InputType.PASSAGE, Progress.none());
    }
    var expected = Fixtures.expected(folder).path("vectors");
    for (int i = 0; i < texts.size(); i++) {
      for (int j = 0; j < actual[i].length; j++) {
        assertThat((double) actual[i][j])
            .as("text %d, dimension %d", i, j)
            .isCloseTo(expected.path(i).path(j).asDouble(), within(1e-5));
      }
    }
  }

  @Test
  void gradientsAgree() {
    var folder = ModelFolder.read(Fixtures.BERT);
    var norms = Fixtures.expected(Fixtures.BERT).path("gradient_norms");
    try (var manager = NativeLibraries.root();
        var tokenizer = Tokenizer.open(folder);
        var network = EncoderNetwork.open(folder, manager, Device.cpu())) {
      network.parameters().forEach(p -> p.value().setRequiresGradient(true));
      var batch = tokenizer.encode(Fixtures.texts(Fixtures.BERT).subList(0, 3), 24);
      try (var collector = Engine.getEngine("PyTorch").newGradientCollector()) {
        var vectors = network.encode(manager, batch, ForwardOptions.inference(true));
        var weight = manager.arange(1f, 37f).reshape(new Shape(3, 12)).div(10);
        collector.backward(vectors.mul(weight).sum());
      }
      for (var parameter : network.parameters()) {
        var norm = parameter.value().getGradient().norm().getFloat();
        // The gradient of a key's bias is zero but for rounding.
        assertThat((double) norm)
            .as(parameter.name())
            .isCloseTo(norms.path(parameter.name()).asDouble(), within(1e-4));
      }
    }
  }
}
