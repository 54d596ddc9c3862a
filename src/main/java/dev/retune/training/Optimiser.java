package dev.retune.training;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.retune.encoder.InPlace;
import dev.retune.encoder.NamedParameter;
import dev.retune.encoder.Scalar;
import dev.retune.encoder.TensorSource;
import dev.retune.encoder.TorchProgram;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// AdamW (Loshchilov and Hutter, Decoupled weight decay regularization, 2019) over all weights in
/// place, with clipping by the global norm; PyTorch's own fused kernel, called once for all.
///
/// Biases (tables of them too) and the weights of norms do not decay, as in transformers' Trainer.
final class Optimiser implements AutoCloseable {
  private static final double BETA1 = .9;
  private static final double BETA2 = .999;
  private static final double EPSILON = 1e-8;

  /// The patterns of transformers' `Trainer.get_decay_parameter_names`.
  private static final Pattern NO_DECAY = Pattern.compile("bias|LayerNorm|_norm\\.|\\.norm\\.");

  private final NDManager manager;
  private final TorchProgram program;
  private final List<Group> groups = new ArrayList<>();
  private final NDList gradients = new NDList();

  /// Weights that decay and learn alike.
  private record Group(
      double decay,
      double factor,
      List<String> names,
      NDList weights,
      NDList gradients,
      NDList m,
      NDList v,
      NDList steps) {}

  /// Asks every parameter for a gradient.
  ///
  /// @param parent closes this optimiser's arrays when it is closed
  Optimiser(NDManager parent, List<NamedParameter> parameters, double weightDecay) {
    this(parent, parameters, weightDecay, ModuleRates.NONE);
  }

  /// @param rates what of them learns faster or slower than the rest
  Optimiser(
      NDManager parent, List<NamedParameter> parameters, double weightDecay, ModuleRates rates) {
    manager = parent.newSubManager();
    attachGradients(parameters);
    program = TorchProgram.load(manager, Optimiser.class, "Optimiser", "optimiser.torchscript");
    for (var decays : new boolean[] {true, false}) {
      parameters.stream()
          .filter(parameter -> decays(parameter.name()) == decays)
          .collect(
              Collectors.groupingBy(
                  parameter -> rates.factor(parameter.name()), TreeMap::new, Collectors.toList()))
          .forEach((factor, alike) -> groups.add(group(alike, decays ? weightDecay : 0, factor)));
    }
    groups.forEach(group -> gradients.addAll(group.gradients()));
  }

  static boolean decays(String name) {
    return !NO_DECAY.matcher(name).find();
  }

  private Group group(List<NamedParameter> parameters, double decay, double factor) {
    var group =
        new Group(
            decay,
            factor,
            parameters.stream().map(NamedParameter::name).toList(),
            new NDList(),
            new NDList(),
            new NDList(),
            new NDList(),
            new NDList());
    for (var parameter : parameters) {
      var weight = parameter.value();
      group.weights().add(weight);
      group.gradients().add(named(weight.getGradient(), "g[]"));
      group.m().add(named(manager.zeros(weight.getShape()), "m[]"));
      group.v().add(named(manager.zeros(weight.getShape()), "v[]"));
      group.steps().add(named(manager.zeros(new Shape()), "s[]"));
    }
    return group;
  }

  /// PyTorch makes a gradient at the first backward pass only, and accumulates into it from then
  /// on: going back once from zero times all weights gives arrays that can be held on to.
  private void attachGradients(List<NamedParameter> parameters) {
    parameters.forEach(parameter -> parameter.value().setRequiresGradient(true));
    try (var collector = Engine.getInstance().newGradientCollector()) {
      for (var parameter : parameters) {
        try (var scope = manager.newSubManager()) {
          var zero = Scalar.of(0, parameter.value());
          zero.attach(scope);
          var nothing = parameter.value().mul(zero);
          nothing.attach(scope);
          var sum = nothing.sum();
          collector.backward(sum);
        }
      }
    }
  }

  private NDArray named(NDArray array, String name) {
    array.attach(manager);
    array.setName(name);
    return array;
  }

  /// The global norm of the gradients, which are scaled down to `limit` where they exceed it.
  ///
  /// @param limit 0: no clipping
  double clip(NDManager scope, double limit) {
    var inputs = new NDList(gradients);
    inputs.add(scope.create((float) limit));
    return program.call(scope, "clip", inputs).singletonOrThrow().getFloat();
  }

  /// Multiplies all gradients.
  void multiply(NDManager scope, double factor) {
    var inputs = new NDList(gradients);
    inputs.add(scope.create((float) factor));
    program.call(scope, "multiply", inputs);
  }

  /// Sets all gradients to zero, also where they are no numbers.
  void forget(NDManager scope) {
    var inputs = new NDList(gradients);
    inputs.add(scope.create(0f));
    program.call(scope, "forget", inputs);
  }

  /// One update of all weights; sets the gradients to zero.
  void update(NDManager scope, double learningRate) {
    for (var group : groups) {
      var inputs = new NDList(group.weights());
      inputs.addAll(group.gradients());
      inputs.addAll(group.m());
      inputs.addAll(group.v());
      inputs.addAll(group.steps());
      inputs.add(scope.create(rates(learningRate, group)));
      program.call(scope, "adamw", inputs);
    }
  }

  private static double[] rates(double learningRate, Group group) {
    return new double[] {learningRate * group.factor(), BETA1, BETA2, group.decay(), EPSILON};
  }

  /// Both moments of every weight, `m.<name>` and `v.<name>`, as [NativeArrays#source].
  Map<String, TensorSource> state() {
    var state = new TreeMap<String, TensorSource>();
    for (var group : groups) {
      for (var i = 0; i < group.names().size(); i++) {
        state.put("m." + group.names().get(i), NativeArrays.source(group.m().get(i)));
        state.put("v." + group.names().get(i), NativeArrays.source(group.v().get(i)));
      }
    }
    return state;
  }

  /// Takes a state back.
  ///
  /// @param steps how many updates were made by then
  void restore(Map<String, ? extends TensorSource> state, int steps) {
    for (var group : groups) {
      for (var i = 0; i < group.names().size(); i++) {
        NativeArrays.fill(group.m().get(i), state.get("m." + group.names().get(i)));
        NativeArrays.fill(group.v().get(i), state.get("v." + group.names().get(i)));
        count(group.steps().get(i), steps);
      }
    }
  }

  private static void count(NDArray taken, int steps) {
    try (var number = Scalar.of(steps, taken)) {
      InPlace.copy(number, taken);
    }
  }

  @Override
  public void close() {
    program.close();
    manager.close();
  }
}
