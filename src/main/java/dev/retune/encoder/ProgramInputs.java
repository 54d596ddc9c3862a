package dev.retune.encoder;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/// What an encoder program takes, in its order.
///
/// @param part which layers are run
record ProgramInputs(
    EncoderConfig config,
    Pooling pooling,
    @Nullable LoraLayers lora,
    TokenBatch batch,
    ForwardOptions options,
    LayerRange part) {

  /// PyTorch's numbers for its element types.
  private static final long FLOAT32 = 6;

  private static final long FLOAT16 = 5;
  private static final long BFLOAT16 = 15;

  /// @param scope on the device of the weights; owns all but the weights and `x`
  /// @param x what enters the layers; null if they begin with the first
  NDList in(NDManager scope, @Nullable NDArray x, List<NamedParameter> weights) {
    var list = new NDList();
    list.add(vector(scope, batch.ids()));
    list.add(vector(scope, batch.typeIds()));
    // The id behind which positions are counted; -1: over all tokens.
    list.add(vector(scope, batch.places(config.positionOffset() - 1)));
    list.add(vector(scope, pooling == Pooling.LAST ? batch.lasts() : batch.firsts()));
    // The program reads these on the processor wherever it computes.
    var host = scope.newSubManager(Device.cpu());
    list.add(host.create(batch.runs()));
    list.add(host.create(integers(!scope.getDevice().isGpu())));
    list.add(host.create(reals()));
    list.add(masks(scope));
    list.add(x == null ? nothing(scope) : x);
    weights.forEach(weight -> list.add(weight.value()));
    list.addAll(lora == null ? named("l[]", new NDList(nothing(scope))) : new NDList(lora.slots()));
    list.addAll(named("d[]", updateMasks(scope)));
    return list;
  }

  private static NDArray vector(NDManager scope, long[] numbers) {
    // Copied into PyTorch's own memory: the way back needs the ids after this array is closed.
    try (var given = scope.create(numbers)) {
      return given.duplicate();
    }
  }

  /// As many as the layers use; a single empty array stands for no dropout.
  private NDArray masks(NDManager scope) {
    var family = config.family();
    var first = family.masksBefore(part.first());
    var count = family.masksBefore(part.end()) - first;
    if (options.hiddenDropout() == 0 || count == 0) {
      return nothing(scope);
    }
    return DropoutMasks.draw(
        scope, options.seed(), options.hiddenDropout(), first, count, batch, config.hidden());
  }

  /// For each update; a single empty array stands for no dropout.
  private NDList updateMasks(NDManager scope) {
    var layers = lora;
    return layers == null || updateDropout() == 0
        ? new NDList(nothing(scope))
        : layers.masks(scope, batch, options, part);
  }

  private double updateDropout() {
    return lora == null || !options.training() ? 0 : lora.config().dropout();
  }

  /// A list needs an element to be passed on.
  private static NDArray nothing(NDManager scope) {
    return scope.create(new Shape(0));
  }

  private static NDList named(String name, NDList list) {
    list.forEach(array -> array.setName(name));
    return list;
  }

  private double[] reals() {
    double[] shared = {
      config.layerNormEps(),
      options.hiddenDropout(),
      options.attentionDropout(),
      lora == null ? 0 : lora.config().scale(),
      updateDropout()
    };
    return DoubleStream.concat(DoubleStream.of(shared), DoubleStream.of(config.family().reals()))
        .toArray();
  }

  private long[] integers(boolean processor) {
    // On a processor attention's way back takes half as long again in bfloat16 as in float32 (torch
    // 2.7.1), while its way there is a little faster.
    var exact = options.training() && processor;
    long[] shared = {
      config.layers(),
      config.heads(),
      switch (pooling) {
        case CLS -> 0;
        case MEAN -> 1;
        case LAST -> 2;
      },
      type(options.precision()),
      options.normalize() ? 1 : 0,
      // PyTorch draws for a whole group at once, and other numbers for each.
      options.seed() + batch.numbers()[0],
      exact ? FLOAT32 : type(options.precision()),
      part.first(),
      part.end()
    };
    return LongStream.concat(LongStream.of(shared), LongStream.of(config.family().integers()))
        .toArray();
  }

  private static long type(Precision precision) {
    return switch (precision) {
      case FP32 -> FLOAT32;
      case BF16 -> BFLOAT16;
      case FP16 -> FLOAT16;
      case AUTO -> throw new IllegalArgumentException("a precision has to be chosen first");
    };
  }
}
