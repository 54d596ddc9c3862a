package dev.retune.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.djl.Device;
import ai.djl.engine.Engine;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.retune.encoder.EncoderNetwork;
import dev.retune.encoder.FloatTensor;
import dev.retune.encoder.ForwardOptions;
import dev.retune.encoder.Head;
import dev.retune.encoder.ModelCard;
import dev.retune.encoder.ModelFolder;
import dev.retune.encoder.ModelFolderWriter;
import dev.retune.encoder.ModelParts;
import dev.retune.encoder.NativeLibraries;
import dev.retune.encoder.Precision;
import dev.retune.encoder.Prompts;
import dev.retune.encoder.Safetensors;
import dev.retune.encoder.Tokenizer;
import dev.retune.file.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Of a deep model, a pass layer by layer holds a fraction of what a whole one does.
class LayerwiseMemoryTest {
  private static final int LAYERS = 12;
  private static final ForwardOptions OPTIONS =
      new ForwardOptions(.1, 0, 7, Precision.FP32, true, true);

  @TempDir Path folder;

  @Test
  void layersLeaveNothingBehindThatAPassKeeps() throws Throwable {
    assumeTrue(NativeHeap.known(), "the C library does not tell what is in use");
    NativeLibraries.stayOffline();
    var model = deep();
    var text = String.join(" ", TinyRun.WORDS);
    try (var manager = NativeLibraries.root();
        var tokenizer = Tokenizer.open(model);
        var network = EncoderNetwork.open(model, manager, Device.cpu());
        var scope = manager.newSubManager()) {
      network.parameters().forEach(p -> p.value().setRequiresGradient(true));
      var batch = tokenizer.encode(Collections.nCopies(200, text), model.maxTokens());
      var encoding = Encoding.of(network);
      try (var collector = Engine.getInstance().newGradientCollector()) {
        var before = NativeHeap.bytes();
        var pass = encoding.layerwise(scope, batch, OPTIONS);
        var kept = NativeHeap.bytes() - before;
        pass.backward(collector, pass.vectors().onesLike());
        var left = NativeHeap.bytes() - before;
        before = NativeHeap.bytes();
        var _ = encoding.encode(scope, batch, OPTIONS);
        var whole = NativeHeap.bytes() - before;
        assertThat(whole).as("kept by a whole pass").isGreaterThan(20_000_000);
        assertThat(kept).as("kept by layers").isLessThan(whole / 6);
        assertThat(left).as("left after the way back").isLessThan(whole / 6);
      }
    }
  }

  /// The fixture's model with its first layer many times.
  private ModelFolder deep() throws IOException {
    var base = Fixtures.model();
    var weights = new TreeMap<String, FloatTensor>();
    Safetensors.read(base.path().resolve("model.safetensors"))
        .forEach((name, tensor) -> {
          if (name.startsWith("encoder.layer.0.")) {
            for (var layer = 0; layer < LAYERS; layer++) {
              weights.put(name.replace("layer.0.", "layer." + layer + "."), tensor);
            }
          } else if (!name.startsWith("encoder.layer.")) {
            weights.put(name, tensor);
          }
        });
    var config = Json.read(base.path().resolve("config.json"), ObjectNode.class);
    config.put("num_hidden_layers", LAYERS);
    var tokenizer =
        Map.of("tokenizer.json", Files.readAllBytes(base.path().resolve("tokenizer.json")));
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
    ModelFolderWriter.write(folder.resolve("deep"), parts, new ModelCard("deep", List.of(), ""));
    return ModelFolder.read(folder.resolve("deep"));
  }
}
