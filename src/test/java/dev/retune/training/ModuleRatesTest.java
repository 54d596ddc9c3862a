package dev.retune.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import dev.retune.encoder.EncoderNetwork;
import dev.retune.encoder.ForwardOptions;
import dev.retune.encoder.NativeLibraries;
import dev.retune.encoder.Tokenizer;
import dev.retune.text.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ModuleRatesTest {
  private static final double RATE = 1e-3;

  @Test
  void theLongestNameThatFitsCounts() {
    var rates = new ModuleRates(Map.of("encoder.layer.1", .5, "encoder", .1));
    assertThat(rates.factor("encoder.layer.1.output.dense.weight")).isEqualTo(.5);
    assertThat(rates.factor("encoder.layer.10.output.dense.weight")).isEqualTo(.1);
    assertThat(rates.factor("embeddings.LayerNorm.bias")).isEqualTo(1);
  }

  @Test
  void eachModuleMovesAsItDoesWhereAllLearnAtItsRate() {
    var mixed =
        new ModuleRates(
            Map.of("embeddings", .25, "encoder.layer.0.attention", 0.0, "encoder", 2.0));
    var alone = new TreeMap<Double, Map<String, float[]>>();
    for (var factor : List.of(0.0, .25, 1.0, 2.0)) {
      alone.put(factor, trained(RATE * factor, ModuleRates.NONE));
    }
    var together = trained(RATE, mixed);
    assertThat(together)
        .allSatisfy((name, weights) ->
            assertThat(weights).as(name).isEqualTo(alone.get(mixed.factor(name)).get(name)));
    assertThat(together.get("embeddings.LayerNorm.weight"))
        .isNotEqualTo(alone.get(0.0).get("embeddings.LayerNorm.weight"));
  }

  @Test
  void aModuleThatTheModelLacksIsNamed() {
    var settings =
        TrainingSettings.recommended()
            .edit()
            .rates(new ModuleRates(Map.of("encoder.layer.77", .5)))
            .build();
    assertThatThrownBy(() -> MethodCheck.check(settings, Fixtures.model()))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("encoder.layer.77");
    var lora = settings.edit().method(Method.LORA).build();
    assertThatThrownBy(() -> MethodCheck.check(lora, Fixtures.model()))
        .isInstanceOf(ProblemException.class);
  }

  @Test
  void whatAnotherMethodCannotUseIsForgotten() {
    var full =
        TrainingSettings.recommended()
            .edit()
            .rates(new ModuleRates(Map.of("embeddings", .5)))
            .normalize(false)
            .build();
    assertThat(full.with(Method.LORA).rates()).isEqualTo(ModuleRates.NONE);
    assertThat(full.with(Method.LORA).normalize()).isFalse();
    assertThat(full.with(Method.LINEAR_ADAPTER).normalize()).isNull();
  }

  /// The weights after one step.
  private static Map<String, float[]> trained(double rate, ModuleRates rates) {
    NativeLibraries.stayOffline();
    var base = Fixtures.model();
    try (var manager = NDManager.newBaseManager();
        var network = EncoderNetwork.open(base, manager, Device.cpu());
        var tokenizer = Tokenizer.open(base);
        var optimiser = new Optimiser(manager, network.parameters(), .01, rates);
        var scope = manager.newSubManager()) {
      try (var collector = Engine.getInstance().newGradientCollector()) {
        var batch = tokenizer.encode(List.of("oil seal of the pump", "valve"), 24);
        var vectors = network.encode(scope, batch, ForwardOptions.inference(false));
        collector.backward(vectors.square().sum());
      }
      optimiser.update(scope, rate);
      var weights = new TreeMap<String, float[]>();
      network.parameters().forEach(p -> weights.put(p.name(), p.value().toFloatArray()));
      return weights;
    }
  }
}
