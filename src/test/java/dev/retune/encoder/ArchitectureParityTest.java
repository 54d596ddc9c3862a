package dev.retune.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.types.Shape;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.retune.file.Json;
import dev.retune.task.Progress;
import dev.retune.text.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The architectures beside BERT and XLM-RoBERTa against transformers: hidden states, gradients of
/// every weight, and what is read and written of a folder.
class ArchitectureParityTest {
  private static final ForwardOptions PLAIN = ForwardOptions.inference(false);

  @TempDir Path temporary;

  @ParameterizedTest
  @CsvSource({
    "mpnet,cls", "mpnet,mean", "mpnet,last",
    "distilbert,cls", "distilbert,mean", "distilbert,last",
    "modernbert,cls", "modernbert,mean", "modernbert,last"
  })
  void hiddenStatesAgree(String name, String pooling) throws IOException {
    var place = plain(name);
    var folder = ModelFolder.read(place, Pooling.valueOf(pooling.toUpperCase(Locale.ROOT)));
    var texts = Fixtures.texts(place);
    try (var embedder = LocalEmbedder.open(folder)) {
      var actual = embedder.embed(texts, InputType.PASSAGE, Progress.none());
      var expected = Fixtures.expected(place).path(pooling);
      for (int i = 0; i < texts.size(); i++) {
        for (int j = 0; j < 12; j++) {
          assertThat((double) actual[i][j])
              .as("text %d, number %d", i, j)
              .isCloseTo(expected.path(i).path(j).asDouble(), within(1e-5));
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"mpnet", "distilbert", "modernbert"})
  void gradientsAgree(String name) throws IOException {
    var folder = ModelFolder.read(plain(name));
    var gradients = Safetensors.read(folder.path().resolve("gradients.safetensors"));
    try (var manager = NativeLibraries.root();
        var tokenizer = Tokenizer.open(folder);
        var network = EncoderNetwork.open(folder, manager, Device.cpu())) {
      backward(network, tokenizer, folder, PLAIN);
      for (var parameter : network.parameters()) {
        var expected = gradients.get(parameter.name());
        var actual = parameter.value().getGradient().toFloatArray();
        assertThat(expected).as(parameter.name()).isNotNull();
        assertThat(distance(actual, expected.data()))
            .as(parameter.name())
            // The gradient of a key's bias is zero but for rounding.
            .isLessThan(Math.max(1e-4 * length(expected.data()), 1e-4));
      }
      assertThat(network.parameters()).hasSameSizeAs(gradients.keySet());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"mpnet", "distilbert", "modernbert"})
  void everyWeightLearnsInHalfPrecisionWithDropout(String name) throws IOException {
    var folder = ModelFolder.read(plain(name));
    try (var manager = NativeLibraries.root();
        var tokenizer = Tokenizer.open(folder);
        var network = EncoderNetwork.open(folder, manager, Device.cpu())) {
      backward(
          network, tokenizer, folder, new ForwardOptions(.1, .1, 1, Precision.BF16, false, true));
      for (var parameter : network.parameters()) {
        assertThat(parameter.value().getGradient().abs().sum().getFloat())
            .as(parameter.name())
            .isNotNaN()
            .isPositive();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"mpnet", "distilbert", "modernbert"})
  void droppingDependsOnTheSeedAndHalfPrecisionStaysNear(String name) throws IOException {
    var folder = ModelFolder.read(plain(name));
    try (var manager = NativeLibraries.root();
        var tokenizer = Tokenizer.open(folder);
        var network = EncoderNetwork.open(folder, manager, Device.cpu())) {
      var batch = tokenizer.encode(Fixtures.texts(folder.path()), folder.maxTokens());
      var exact = numbers(network, batch, PLAIN);
      var dropped =
          numbers(network, batch, new ForwardOptions(.3, .2, 7, Precision.FP32, false, true));
      assertThat(dropped).isNotEqualTo(exact);
      assertThat(
              numbers(network, batch, new ForwardOptions(.3, .2, 7, Precision.FP32, false, true)))
          .isEqualTo(dropped);
      assertThat(
              numbers(network, batch, new ForwardOptions(.3, .2, 8, Precision.FP32, false, true)))
          .isNotEqualTo(dropped);
      var rounded =
          numbers(network, batch, new ForwardOptions(0, 0, 0, Precision.BF16, false, false));
      assertThat(rounded).isNotEqualTo(exact);
      assertThat(distance(rounded, exact)).isLessThan(.05 * length(exact));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"mpnet", "distilbert", "modernbert"})
  void lowRankUpdatesOfEveryLinearLayerLearnAndMerge(String name) throws IOException {
    var folder = ModelFolder.read(plain(name));
    var config = new LoraConfig(2, 4, 0, LoraConfig.DEFAULT.targets(), false);
    try (var manager = NativeLibraries.root();
        var tokenizer = Tokenizer.open(folder);
        var network = EncoderNetwork.open(folder, manager, Device.cpu())) {
      var layers = LoraLayers.create(network, config, slot -> slot);
      network.attach(layers);
      var linear =
          network.parameters().stream()
              .filter(p -> folder.config().family().layer(p.name()).isPresent())
              .filter(p -> p.value().getShape().dimension() == 2)
              .count();
      assertThat(layers.parameters()).hasSize(2 * (int) linear);
      // B begins with zeros: moved away from there, an update counts.
      layers.parameters().forEach(p -> p.value().addi(.02f));
      layers.parameters().forEach(p -> p.value().setRequiresGradient(true));
      var batch = tokenizer.encode(Fixtures.texts(folder.path()), folder.maxTokens());
      var adapted = numbers(network, batch, PLAIN);
      try (var scope = manager.newSubManager();
          var collector = Engine.getEngine("PyTorch").newGradientCollector()) {
        collector.backward(network.encode(scope, batch, PLAIN).square().sum());
      }
      for (var parameter : layers.parameters()) {
        assertThat(parameter.value().getGradient().abs().sum().getFloat())
            .as(parameter.name())
            .isPositive();
      }
      var updates = new TreeMap<String, FloatTensor>();
      layers
          .parameters()
          .forEach(p ->
              updates.put(
                  p.name(),
                  new FloatTensor(p.value().getShape().getShape(), p.value().toFloatArray())));
      PeftFolder.write(
          temporary.resolve("peft"), folder, folder, folder.prompts(), config, updates, List.of());
      var merged = PeftFolder.read(temporary.resolve("peft")).merge(folder);
      ModelFolderWriter.writeChanged(
          temporary.resolve("merged"),
          folder,
          Prompts.NONE,
          merged,
          new ModelCard("Tiny", List.of(), ""));
      try (var other =
          EncoderNetwork.open(
              ModelFolder.read(temporary.resolve("merged")), manager, Device.cpu())) {
        assertThat(distance(numbers(other, batch, PLAIN), adapted))
            .isLessThan(1e-5 * length(adapted));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"mpnet", "distilbert", "modernbert"})
  void aWrittenFolderHasTheWeightsUnderTheirNames(String name) throws IOException {
    var like = ModelFolder.read(Path.of("src/test/fixtures", "tiny-" + name));
    ModelFolderWriter.writeChanged(
        temporary.resolve("out"),
        like,
        like.prompts(),
        Map.of(),
        new ModelCard("T", List.of(), ""));
    var written = ModelFolder.read(temporary.resolve("out"));
    assertThat(written.config()).isEqualTo(like.config());
    assertThat(written.normalize()).isEqualTo(name.equals("mpnet"));
    var prefix = name.equals("distilbert") ? "distilbert." : "";
    var before = SafetensorsFile.open(like.path().resolve("model.safetensors"));
    var after = SafetensorsFile.open(temporary.resolve("out/model.safetensors"));
    assertThat(after.tensors().keySet())
        .isEqualTo(
            before.tensors().keySet().stream()
                .filter(key -> key.startsWith(prefix))
                .map(key -> key.substring(prefix.length()))
                .collect(Collectors.toSet()));
    for (var key : after.tensors().keySet()) {
      assertThat(after.read(key).data()).as(key).isEqualTo(before.read(prefix + key).data());
    }
  }

  @Test
  void theOlderConfigurationOfModernBertMeansTheSame() throws IOException {
    var place = plain("modernbert");
    var now = ModelFolder.read(place).config();
    edit(place, json -> json.remove(List.of("layer_types", "rope_parameters")));
    assertThat(ModelFolder.read(place).config()).isEqualTo(now);
    edit(place, json -> json.put("global_rope_theta", 1000.0).put("local_attention", 12));
    assertThat(ModelFolder.read(place).config().family())
        .isEqualTo(new ModernBert(List.of(true, false, false, true), 6, 1000, 10_000));
  }

  @ParameterizedTest
  @CsvSource({
    "modernbert,norm_bias,true",
    "modernbert,attention_bias,true",
    "modernbert,hidden_activation,silu",
    "distilbert,activation,relu",
    "mpnet,relative_attention_num_buckets,64"
  })
  void whatCannotBeRunIsRefused(String name, String key, String value) throws IOException {
    var place = plain(name);
    edit(place, json -> json.put(key, value));
    assertThatThrownBy(() -> ModelFolder.read(place))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining(key)
        .hasMessageContaining(value);
  }

  @Test
  void anUnknownTypeIsRefusedWithThoseThatAreKnown() throws IOException {
    var place = plain("mpnet");
    edit(place, json -> json.put("model_type", "nomic_bert"));
    assertThatThrownBy(() -> ModelFolder.read(place))
        .hasMessageContaining("nomic_bert")
        .hasMessageContaining("modernbert")
        .hasMessageContaining("distilbert");
  }

  /// A copy without the files around the transformer: neither pooling nor normalisation is set.
  private Path plain(String name) throws IOException {
    var place =
        Fixtures.copy(Path.of("src/test/fixtures", "tiny-" + name), temporary.resolve(name));
    Files.deleteIfExists(place.resolve("modules.json"));
    return place;
  }

  private static void edit(Path place, Consumer<ObjectNode> change) throws IOException {
    var file = place.resolve("config.json");
    var json = Json.read(file, ObjectNode.class);
    change.accept(json);
    Files.write(file, Json.mapper().writeValueAsBytes(json));
  }

  private static void backward(
      EncoderNetwork network, Tokenizer tokenizer, ModelFolder folder, ForwardOptions options) {
    network.parameters().forEach(p -> p.value().setRequiresGradient(true));
    var batch = tokenizer.encode(Fixtures.texts(folder.path()), folder.maxTokens());
    var manager = network.manager();
    try (var scope = manager.newSubManager();
        var collector = Engine.getEngine("PyTorch").newGradientCollector()) {
      var vectors = network.encode(scope, batch, options);
      var weight = scope.arange(1f, 49f).reshape(new Shape(4, 12)).div(10);
      collector.backward(vectors.mul(weight).sum());
    }
  }

  private static float[] numbers(EncoderNetwork network, TokenBatch batch, ForwardOptions options) {
    try (var scope = network.manager().newSubManager()) {
      return network.infer(scope, batch, options).toFloatArray();
    }
  }

  private static double distance(float[] one, float[] other) {
    assertThat(one).hasSameSizeAs(other);
    return Math.sqrt(
        IntStream.range(0, one.length).mapToDouble(i -> one[i] - other[i]).map(d -> d * d).sum());
  }

  private static double length(float[] numbers) {
    return distance(numbers, new float[numbers.length]);
  }
}
