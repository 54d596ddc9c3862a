package dev.retune.encoder;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.JniUtils;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// An encoder of any [Family] in native memory whose weights can be trained.
///
/// The whole forward pass is one TorchScript function that takes the weights as a list, so that
/// gradients flow back into the arrays of [#parameters]. Not safe to use from several threads.
public final class EncoderNetwork implements AutoCloseable {
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
        var value = folder.weights().read(name).in(manager);
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

  /// The weights in a fixed order. Their arrays may be written in place and may have gradients
  /// attached; they must be neither closed nor renamed.
  public List<NamedParameter> parameters() {
    return parameters;
  }

  /// Adds low-rank updates, made for this network, to every pass from now on.
  public void attach(LoraLayers layers) {
    lora = layers;
  }

  EncoderConfig config() {
    return config;
  }

  /// Whether a weight that is used before the layer `layer` asks for a gradient.
  boolean learnsBefore(int layer) {
    var updates = lora == null ? List.<NamedParameter>of() : lora.parameters();
    return Stream.concat(parameters.stream(), updates.stream())
        .filter(parameter -> parameter.value().hasGradient())
        .anyMatch(parameter ->
            family().embeds(parameter.name())
                || family().layer(parameter.name()).orElse(layer) < layer);
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
      weights.put(parameter.name(), FloatTensor.of(parameter.value()));
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

  /// As [#encode], keeping only what each layer was given until the way back, which computes each
  /// layer once more: takes a fraction of the memory and a third more time.
  ///
  /// @param scope owns what is kept and the vectors
  public LayerwisePass layerwise(NDManager scope, TokenBatch batch, ForwardOptions options) {
    return LayerwisePass.of(this, scope, batch, options);
  }

  private NDArray run(
      NDManager scope, TokenBatch batch, ForwardOptions options, boolean differentiable) {
    return run(scope, batch, options, LayerRange.all(config), null, differentiable);
  }

  /// Runs some layers.
  ///
  /// @param x what enters them, `[tokens, hidden]`; null if they begin with the first
  /// @return what leaves them: vectors if they end with the last
  NDArray run(
      NDManager scope,
      TokenBatch batch,
      ForwardOptions options,
      LayerRange part,
      @Nullable NDArray x,
      boolean differentiable) {
    try (var inputs = scope.newSubManager(manager.getDevice())) {
      var list =
          new ProgramInputs(config, pooling, lora, batch, options, part).in(inputs, x, parameters);
      var result = program.forward(list, differentiable).singletonOrThrow();
      result.attach(scope);
      return result;
    }
  }

  @Override
  public void close() {
    program.close();
    manager.close();
  }
}
