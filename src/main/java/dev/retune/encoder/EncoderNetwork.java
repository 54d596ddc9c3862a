package dev.retune.encoder;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.jni.JniUtils;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/// An encoder of any [Family] in native memory whose weights can be trained.
///
/// The whole forward pass is one TorchScript function that takes the weights as a list, so that
/// gradients flow back into the arrays of [#parameters]. Not safe to use from several threads.
public final class EncoderNetwork implements AutoCloseable {
  /// PyTorch's numbers for its element types.
  private static final long FLOAT32 = 6;

  private static final long FLOAT16 = 5;
  private static final long BFLOAT16 = 15;

  private final NDManager manager;
  private final TorchProgram program;
  private final EncoderConfig config;
  private final Pooling pooling;
  private final List<NamedParameter> parameters;
  private @Nullable LoraLayers lora;

  private EncoderNetwork(
      NDManager manager,
      TorchProgram program,
      ModelFolder folder,
      List<NamedParameter> parameters) {
    this.manager = manager;
    this.program = program;
    this.config = folder.config();
    this.pooling = folder.pooling();
    this.parameters = List.copyOf(parameters);
  }

  /// Loads the weights of `folder` onto `device`.
  ///
  /// @param parent closes this network when it is closed
  /// @throws dev.retune.text.ProblemException if the weights cannot be read
  public static EncoderNetwork open(ModelFolder folder, NDManager parent, Device device) {
    NativeLibraries.stayOffline();
    var manager = parent.newSubManager(device);
    try {
      var parameters = new ArrayList<NamedParameter>();
      for (var name : WeightNames.of(folder.config()).keySet()) {
        var value = aligned(manager, folder.weights().read(name));
        // DJL hands consecutive inputs of this name to the program as one list.
        value.setName("w[]");
        parameters.add(new NamedParameter(name, value));
      }
      var program =
          TorchProgram.load(
              manager,
              EncoderNetwork.class,
              "Encoder",
              "encoder.torchscript",
              folder.config().family().program());
      return new EncoderNetwork(manager, program, folder, parameters);
    } catch (RuntimeException e) {
      manager.close();
      throw e;
    }
  }

  /// Into memory of PyTorch's own: its kernels choose their order of summation by where an array
  /// begins, and memory of the JVM begins anywhere.
  private static NDArray aligned(NDManager manager, FloatTensor tensor) {
    try (var given = manager.create(tensor.data(), new Shape(tensor.shape()))) {
      return given.duplicate();
    }
  }

  /// The weights in a fixed order. Their arrays may be written in place and may have gradients
  /// attached; they must be neither closed nor renamed.
  public List<NamedParameter> parameters() {
    return parameters;
  }

  /// Adds low-rank updates, made for this network, to every pass from now on.
  public void attach(LoraLayers layers) {
    lora = layers;
  }

  Family family() {
    return config.family();
  }

  NDManager manager() {
    return manager;
  }

  /// The layers behind the pooling of `folder`, closed with this network; null if it has none.
  public @Nullable HeadNetwork head(ModelFolder folder) {
    return HeadNetwork.of(folder, manager, manager.getDevice());
  }

  /// A copy of all weights, by name, for [ModelFolderWriter].
  public Map<String, FloatTensor> weights() {
    var weights = new LinkedHashMap<String, FloatTensor>();
    for (var parameter : parameters) {
      var value = parameter.value();
      weights.put(
          parameter.name(), new FloatTensor(value.getShape().getShape(), value.toFloatArray()));
    }
    return weights;
  }

  /// The length of a pooled vector.
  public int dimension() {
    return config.hidden();
  }

  /// Encodes a batch. While a gradient collector is active on this thread, the result is
  /// differentiable with respect to those parameters that require a gradient.
  ///
  /// What dropout of hidden states drops of a text depends on `options.seed()` and the text's
  /// number alone. With dropout of attention weights or of low-rank updates, PyTorch's random
  /// generator is seeded anew, and the batch's shape counts too.
  ///
  /// @param scope owns the result and everything in between
  /// @return float32 `[texts, dimension]`
  public NDArray encode(NDManager scope, TokenBatch batch, ForwardOptions options) {
    return run(scope, batch, options, JniUtils.isGradMode());
  }

  /// Encodes a batch, with dropout if `options` ask for it, without recording anything for
  /// gradients: the same numbers as [#encode] for the same options.
  ///
  /// @return float32 `[texts, dimension]`; cannot take part in a differentiable computation
  public NDArray infer(NDManager scope, TokenBatch batch, ForwardOptions options) {
    return run(scope, batch, options, false);
  }

  private NDArray run(
      NDManager scope, TokenBatch batch, ForwardOptions options, boolean differentiable) {
    var device = manager.getDevice();
    try (var inputs = scope.newSubManager(device)) {
      var list = new NDList();
      list.add(vector(inputs, batch.ids()));
      list.add(vector(inputs, batch.typeIds()));
      // The id behind which positions are counted; -1: over all tokens.
      list.add(vector(inputs, batch.places(config.positionOffset() - 1)));
      list.add(vector(inputs, pooling == Pooling.LAST ? batch.lasts() : batch.firsts()));
      // The program reads these on the processor wherever it computes.
      var host = inputs.newSubManager(Device.cpu());
      list.add(host.create(batch.runs()));
      list.add(host.create(integers(batch, options)));
      list.add(host.create(reals(options)));
      list.add(masks(inputs, batch, options));
      parameters.forEach(parameter -> list.add(parameter.value()));
      list.addAll(updates(inputs));
      var result = program.forward(list, differentiable).singletonOrThrow();
      result.attach(scope);
      return result;
    }
  }

  /// As many as the family takes; a single empty array stands for no dropout.
  private NDArray masks(NDManager scope, TokenBatch batch, ForwardOptions options) {
    if (options.hiddenDropout() == 0) {
      return scope.create(new Shape(0));
    }
    return DropoutMasks.draw(
        scope,
        options.seed(),
        options.hiddenDropout(),
        config.family().masks(config),
        batch,
        config.hidden());
  }

  /// A single empty array stands for no updates: a list needs an element to be passed on.
  private NDList updates(NDManager scope) {
    if (lora != null) {
      return new NDList(lora.slots());
    }
    var nothing = scope.create(new Shape(0));
    nothing.setName("l[]");
    return new NDList(nothing);
  }

  private double[] reals(ForwardOptions options) {
    var layers = lora;
    double[] shared = {
      config.layerNormEps(),
      options.hiddenDropout(),
      options.attentionDropout(),
      layers == null ? 0 : layers.config().scale(),
      layers == null || !options.training() ? 0 : layers.config().dropout()
    };
    return DoubleStream.concat(DoubleStream.of(shared), DoubleStream.of(config.family().reals()))
        .toArray();
  }

  private long[] integers(TokenBatch batch, ForwardOptions options) {
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
      attention(options)
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

  /// What attention is computed in. On a processor its way back takes half as long again in
  /// bfloat16 as in float32 (torch 2.7.1), while its way there is a little faster.
  private long attention(ForwardOptions options) {
    var exact = options.training() && !manager.getDevice().isGpu();
    return exact ? FLOAT32 : type(options.precision());
  }

  private static NDArray vector(NDManager manager, long[] numbers) {
    // Copied into PyTorch's own memory: the way back needs the ids after this array is closed.
    try (var given = manager.create(numbers)) {
      return given.duplicate();
    }
  }

  @Override
  public void close() {
    program.close();
    manager.close();
  }
}
