package dev.retune.encoder;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Layer by layer, the gradients are those of a pass that keeps everything, whatever is dropped.
class LayerwisePassTest {
  private static final LoraConfig LORA =
      new LoraConfig(2, 4, .2, List.of(LoraConfig.ALL_LINEAR), false);

  static Stream<Arguments> everyWay() {
    return Stream.of("bert", "roberta", "mpnet", "distilbert", "modernbert")
        .flatMap(model ->
            Stream.of(
                Arguments.of(model, options(0, 0, Precision.FP32)),
                Arguments.of(model, options(.1, 0, Precision.FP32)),
                Arguments.of(model, options(.1, .1, Precision.FP32)),
                Arguments.of(model, options(.1, 0, Precision.BF16))));
  }

  private static ForwardOptions options(double hidden, double attention, Precision precision) {
    return new ForwardOptions(hidden, attention, 7, precision, true, true);
  }

  @ParameterizedTest
  @MethodSource("everyWay")
  void fullTraining(String model, ForwardOptions options) {
    assertSame(
        gradients(model, options, null, _ -> true, LayerwisePassTest::whole),
        gradients(model, options, null, _ -> true, LayerwisePassTest::layerwise));
  }

  @ParameterizedTest
  @MethodSource("everyWay")
  void lowRankUpdates(String model, ForwardOptions options) {
    assertSame(
        gradients(model, options, LORA, _ -> false, LayerwisePassTest::whole),
        gradients(model, options, LORA, _ -> false, LayerwisePassTest::layerwise));
  }

  @ParameterizedTest
  @ValueSource(strings = {"bert", "roberta", "mpnet", "distilbert", "modernbert"})
  void theUpperHalfAlone(String model) {
    Predicate<String> upper = name -> name.matches(".*layers?\\.[1-9].*");
    var options = options(.1, 0, Precision.FP32);
    assertSame(
        gradients(model, options, null, upper, LayerwisePassTest::whole),
        gradients(model, options, null, upper, LayerwisePassTest::layerwise));
  }

  @ParameterizedTest
  @EnumSource
  void everyPooling(Pooling pooling) {
    var options = options(.1, 0, Precision.FP32);
    assertSame(
        gradients("bert", pooling, options, null, _ -> true, LayerwisePassTest::whole),
        gradients("bert", pooling, options, null, _ -> true, LayerwisePassTest::layerwise));
  }

  /// One after another, the layers' gradients are the same to the last digit; what several layers
  /// share is summed in another order.
  private static void assertSame(Map<String, float[]> expected, Map<String, float[]> found) {
    assertThat(found.keySet()).isNotEmpty().isEqualTo(expected.keySet());
    expected.forEach((name, whole) -> {
      var layerwise = found.get(name);
      if (name.equals(BertLike.RELATIVE_POSITIONS)) {
        assertThat(distance(layerwise, whole))
            .isLessThan(1e-6 * distance(whole, new float[whole.length]));
      } else {
        assertThat(layerwise).as(name).isEqualTo(whole);
      }
    });
  }

  private static double distance(float[] one, float[] other) {
    var sum = 0.0;
    for (var i = 0; i < one.length; i++) {
      sum += Math.pow(one[i] - other[i], 2);
    }
    return Math.sqrt(sum);
  }

  /// Encodes a batch and goes back from its vectors with the gradient `pull`.
  private interface Way {
    void go(
        EncoderNetwork network,
        NDManager scope,
        GradientCollector collector,
        TokenBatch batch,
        ForwardOptions options,
        NDArray pull);
  }

  private static void whole(
      EncoderNetwork network,
      NDManager scope,
      GradientCollector collector,
      TokenBatch batch,
      ForwardOptions options,
      NDArray pull) {
    collector.backward(network.encode(scope, batch, options).mul(pull).sum());
  }

  private static void layerwise(
      EncoderNetwork network,
      NDManager scope,
      GradientCollector collector,
      TokenBatch batch,
      ForwardOptions options,
      NDArray pull) {
    var pass = network.layerwise(scope, batch, options);
    assertThat(pass.vectors().toFloatArray())
        .isEqualTo(network.infer(scope, batch, options).toFloatArray());
    pass.backward(collector, pull);
  }

  private static Map<String, float[]> gradients(
      String model,
      ForwardOptions options,
      @Nullable LoraConfig lora,
      Predicate<String> learns,
      Way way) {
    return gradients(model, Pooling.CLS, options, lora, learns, way);
  }

  private static Map<String, float[]> gradients(
      String model,
      Pooling pooling,
      ForwardOptions options,
      @Nullable LoraConfig lora,
      Predicate<String> learns,
      Way way) {
    var place = Path.of("src/test/fixtures", "tiny-" + model);
    var folder = ModelFolder.read(place, pooling);
    try (var manager = NativeLibraries.root();
        var tokenizer = Tokenizer.open(folder);
        var network = EncoderNetwork.open(folder, manager, Device.cpu());
        var scope = manager.newSubManager()) {
      var learning =
          new java.util.ArrayList<>(
              network.parameters().stream().filter(p -> learns.test(p.name())).toList());
      if (lora != null) {
        var layers = LoraLayers.create(network, lora, slot -> slot);
        // B begins with zeros, which would leave A without a gradient.
        layers.parameters().forEach(p -> p.value().addi(.02f));
        network.attach(layers);
        learning.addAll(layers.parameters());
      }
      learning.forEach(p -> p.value().setRequiresGradient(true));
      var batch = tokenizer.encode(Fixtures.texts(place), folder.maxTokens());
      var pull =
          scope
              .arange((float) batch.size() * network.dimension())
              .sin()
              .reshape(new Shape(batch.size(), network.dimension()));
      try (var collector = Engine.getEngine("PyTorch").newGradientCollector()) {
        way.go(network, scope, collector, batch, options, pull);
      }
      var gradients = new LinkedHashMap<String, float[]>();
      learning.forEach(p -> gradients.put(p.name(), p.value().getGradient().toFloatArray()));
      return gradients;
    }
  }
}
