package dev.retune.training.adapter;

import dev.retune.encoder.Dense;
import dev.retune.encoder.FloatTensor;
import dev.retune.file.AtomicFile;
import dev.retune.file.Json;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/// Writes an adapter as LlamaIndex keeps it: `config.json` and `pytorch_model.bin`.
///
/// LlamaIndex's own classes hold square matrices only. An adapter to a smaller dimension is written
/// as a `TwoLayerNN` without residual that computes the same.
public final class LlamaIndexFolder {
  private LlamaIndexFolder() {}

  /// @param weights by the names of [LinearAdapter#parameters]
  /// @throws dev.retune.text.ProblemException if it cannot be written
  public static void writeLinear(Path folder, Map<String, FloatTensor> weights) {
    var weight = Adapter.weight(weights, LinearAdapter.WEIGHT);
    var input = Matrices.columns(weight);
    var output = Matrices.rows(weight);
    var bias = weights.get(LinearAdapter.BIAS);
    if (input != output) {
      var one = Matrices.eye(input, input);
      var state =
          state(
              Matrices.above(one, Matrices.scaled(one, -1)),
              Matrices.vector(new float[2 * input]),
              Matrices.beside(weight, Matrices.scaled(weight, -1)),
              bias == null ? Matrices.vector(new float[output]) : bias,
              0);
      write(folder, twoLayers(2 * input, input, output, bias != null, false), state);
      return;
    }
    var config = new LinkedHashMap<String, Object>();
    config.put("in_features", input);
    config.put("out_features", output);
    config.put("bias", bias != null);
    var state = new LinkedHashMap<String, FloatTensor>();
    state.put(LinearAdapter.WEIGHT, weight);
    if (bias != null) {
      state.put(LinearAdapter.BIAS, bias);
    }
    write(folder, config, state);
  }

  /// @param weights by the names of [TwoLayerAdapter#parameters]
  /// @throws dev.retune.text.ProblemException if it cannot be written
  public static void writeTwoLayer(Path folder, Map<String, FloatTensor> weights) {
    var first = Adapter.weight(weights, TwoLayerAdapter.WEIGHT_1);
    var second = Adapter.weight(weights, TwoLayerAdapter.WEIGHT_2);
    var hidden = Matrices.rows(first);
    var input = Matrices.columns(first);
    var output = Matrices.rows(second);
    var bias = weights.containsKey(TwoLayerAdapter.BIAS_1);
    if (input != output) {
      var layers = TwoLayerAdapter.layers(weights);
      var wide = layers.getFirst();
      var state =
          state(wide.weight(), bias(wide), layers.getLast().weight(), bias(layers.getLast()), 0);
      write(folder, twoLayers(hidden + 2 * input, input, output, bias, false), state);
      return;
    }
    // TwoLayerNN has biases whatever its `bias` says.
    var state =
        state(
            first,
            weights.getOrDefault(TwoLayerAdapter.BIAS_1, Matrices.vector(new float[hidden])),
            second,
            weights.getOrDefault(TwoLayerAdapter.BIAS_2, Matrices.vector(new float[output])),
            Adapter.weight(weights, TwoLayerAdapter.RESIDUAL).data()[0]);
    write(folder, twoLayers(hidden, input, output, bias, true), state);
  }

  private static FloatTensor bias(Dense layer) {
    return layer.bias() == null ? Matrices.vector(new float[layer.output()]) : layer.bias();
  }

  private static Map<String, FloatTensor> state(
      FloatTensor first, FloatTensor bias1, FloatTensor second, FloatTensor bias2, float residual) {
    var state = new LinkedHashMap<String, FloatTensor>();
    state.put(TwoLayerAdapter.RESIDUAL, Matrices.vector(residual));
    state.put(TwoLayerAdapter.WEIGHT_1, first);
    state.put(TwoLayerAdapter.BIAS_1, bias1);
    state.put(TwoLayerAdapter.WEIGHT_2, second);
    state.put(TwoLayerAdapter.BIAS_2, bias2);
    return state;
  }

  private static Map<String, Object> twoLayers(
      int hidden, int input, int output, boolean bias, boolean residual) {
    var config = new LinkedHashMap<String, Object>();
    config.put("in_features", input);
    config.put("hidden_features", hidden);
    config.put("out_features", output);
    config.put("bias", bias);
    config.put("activation_fn_str", "relu");
    config.put("add_residual", residual);
    return config;
  }

  private static void write(
      Path folder, Map<String, Object> config, Map<String, FloatTensor> state) {
    AtomicFile.write(folder.resolve("pytorch_model.bin"), out -> TorchState.write(out, state));
    Json.write(folder.resolve("config.json"), config);
  }
}
