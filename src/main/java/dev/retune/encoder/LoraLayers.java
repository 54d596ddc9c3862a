package dev.retune.encoder;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.retune.text.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.IntToLongFunction;
import java.util.stream.Stream;

/// Low-rank updates beside the linear layers of an encoder: `y = x Wᵀ + b + scale · x Aᵀ Bᵀ` (Hu et
/// al., LoRA: Low-rank adaptation of large language models, 2021).
///
/// A starts with PyTorch's uniform distribution for linear layers, B with zeros, as in PEFT.
public final class LoraLayers {
  private static final String A = ".lora_A.weight";
  private static final String B = ".lora_B.weight";
  private static final String WEIGHT = ".weight";

  /// Where the numbers begin by which dropout knows the updates, behind those of hidden states.
  private static final int FIRST_SITE = 1 << 20;

  private final LoraConfig config;
  private final List<NamedParameter> parameters = new ArrayList<>();
  private final List<NDArray> slots = new ArrayList<>();

  private LoraLayers(LoraConfig config) {
    this.config = config;
  }

  /// @throws dev.retune.text.ProblemException if a target of `config` names no linear layer of an
  ///   encoder like that of `base`
  public static void check(ModelFolder base, LoraConfig config) {
    var names = WeightNames.of(base.config());
    var family = base.config().family();
    check(
        family,
        names.keySet().stream()
            .filter(name -> linear(family, name, Objects.requireNonNull(names.get(name)).length)),
        config);
  }

  private static void check(Family family, Stream<String> weights, LoraConfig config) {
    var layers = weights.map(LoraLayers::layer).toList();
    var unknown =
        config.targets(family).stream()
            .filter(end -> layers.stream().noneMatch(layer -> LoraConfig.matches(layer, end)))
            .toList();
    if (!unknown.isEmpty()) {
      throw Problem.of(
              LoraLayers.class,
              "lora.targets",
              String.join(", ", unknown),
              String.join(", ", family.linear()))
          .exception();
    }
  }

  private static boolean linear(Family family, String name, int sides) {
    return family.layer(name).isPresent() && name.endsWith(WEIGHT) && sides == 2;
  }

  private static String layer(String weight) {
    return weight.substring(0, weight.length() - WEIGHT.length());
  }

  /// @param seed decides the first numbers of the layer at an index
  /// @throws dev.retune.text.ProblemException if a target names no layer of the encoder
  public static LoraLayers create(
      EncoderNetwork network, LoraConfig config, IntToLongFunction seed) {
    var linear = linear(network);
    check(network.family(), linear.stream().map(NamedParameter::name), config);
    var layers = new LoraLayers(config);
    var manager = network.manager();
    for (var layer : linear) {
      var weight = layer.value().getShape();
      var name = layer(layer.name());
      if (config.targets(network.family(), name)) {
        var random = new Random(seed.applyAsLong(layers.slots.size()));
        layers.add(name + A, uniform(manager, random, config.rank(), weight.get(1)));
        layers.add(name + B, manager.zeros(new Shape(weight.get(0), config.rank())));
      } else {
        layers.skip(manager);
        layers.skip(manager);
      }
    }
    return layers;
  }

  /// The weights of the linear layers in the program's order.
  private static List<NamedParameter> linear(EncoderNetwork network) {
    return network.parameters().stream()
        .filter(p -> linear(network.family(), p.name(), p.value().getShape().dimension()))
        .toList();
  }

  private static NDArray uniform(NDManager manager, Random random, int rank, long width) {
    var bound = 1 / Math.sqrt((double) width);
    var numbers = new float[Math.toIntExact(rank * width)];
    for (var i = 0; i < numbers.length; i++) {
      numbers[i] = (float) ((2 * random.nextDouble() - 1) * bound);
    }
    return new FloatTensor(new long[] {rank, width}, numbers).in(manager);
  }

  private void add(String name, NDArray value) {
    value.setName("l[]");
    slots.add(value);
    parameters.add(new NamedParameter(name, value));
  }

  private void skip(NDManager manager) {
    var nothing = manager.create(new Shape(0));
    nothing.setName("l[]");
    slots.add(nothing);
  }

  /// The trainable A and B of each target.
  public List<NamedParameter> parameters() {
    return List.copyOf(parameters);
  }

  LoraConfig config() {
    return config;
  }

  /// A and B of each linear layer, empty where it is no target.
  List<NDArray> slots() {
    return slots;
  }

  /// What is dropped of what enters the updates: a boolean mask `[tokens, width]` for each linear
  /// layer of the encoder's layers `part`, and nothing for the others.
  NDList masks(NDManager scope, TokenBatch batch, ForwardOptions options, LayerRange part) {
    var nothing = scope.create(new Shape(0));
    var masks = new NDList();
    var linear = slots.size() / 2;
    for (var slot = 0; slot < linear; slot++) {
      var a = slots.get(2 * slot).getShape();
      var inside = part.contains(slot * part.layers() / linear);
      masks.add(
          inside && a.size() > 0 ? mask(scope, batch, options, slot, (int) a.get(1)) : nothing);
    }
    return masks;
  }

  private NDArray mask(
      NDManager scope, TokenBatch batch, ForwardOptions options, int slot, int width) {
    return DropoutMasks.draw(
            scope, options.seed(), config.dropout(), FIRST_SITE + slot, 1, batch, width)
        .squeeze(0);
  }

  /// The weights of `base` that updates belong to, with the updates added in: `W + scale · B A`.
  ///
  /// @param updates by the names of [#parameters]
  /// @throws IllegalArgumentException if an update has no weight to go to or another shape
  static Map<String, FloatTensor> merge(
      ModelFolder base, Map<String, FloatTensor> updates, double scale) {
    var merged = new LinkedHashMap<String, FloatTensor>();
    updates.forEach((name, a) -> {
      if (name.endsWith(A)) {
        var layer = name.substring(0, name.length() - A.length());
        var b = updates.get(layer + B);
        if (b == null) {
          throw new IllegalArgumentException(layer + B);
        }
        var weight = base.weights().read(layer + ".weight");
        if (a.shape()[1] != weight.shape()[1]
            || b.shape()[0] != weight.shape()[0]
            || a.shape()[0] != b.shape()[1]) {
          throw new IllegalArgumentException(layer);
        }
        merged.put(layer + ".weight", add(weight, a, b, scale));
      }
    });
    return merged;
  }

  private static FloatTensor add(FloatTensor weight, FloatTensor a, FloatTensor b, double scale) {
    var rows = (int) weight.shape()[0];
    var columns = (int) weight.shape()[1];
    var rank = (int) a.shape()[0];
    var sums = weight.data().clone();
    for (var row = 0; row < rows; row++) {
      for (var k = 0; k < rank; k++) {
        var factor = scale * b.data()[row * rank + k];
        for (var column = 0; column < columns; column++) {
          sums[row * columns + column] += (float) (factor * a.data()[k * columns + column]);
        }
      }
    }
    return new FloatTensor(weight.shape(), sums);
  }
}
