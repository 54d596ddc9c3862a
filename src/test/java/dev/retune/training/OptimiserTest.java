package dev.retune.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.retune.encoder.InPlace;
import dev.retune.encoder.NamedParameter;
import dev.retune.encoder.NativeLibraries;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OptimiserTest {
  private NDManager manager;

  @BeforeEach
  void open() {
    NativeLibraries.stayOffline();
    manager = NDManager.newBaseManager();
  }

  @AfterEach
  void close() {
    manager.close();
  }

  @Test
  void fiveStepsGiveTheWeightsOfTorchAdamW() {
    var expected = Fixtures.json("optimiser.json");
    var parameters = parameters();
    try (var optimiser = new Optimiser(manager, parameters, expected.get("decay").asDouble())) {
      for (var step : expected.get("steps")) {
        for (var parameter : parameters) {
          parameter
              .value()
              .getGradient()
              .set(Fixtures.floats(step.get("gradients").get(parameter.name())));
        }
        var norm = optimiser.clip(manager, expected.get("clip").asDouble());
        optimiser.update(manager, expected.get("rate").asDouble());
        assertThat(norm).isCloseTo(step.get("norm").asDouble(), within(1e-5));
        for (var parameter : parameters) {
          assertThat(parameter.value().toFloatArray())
              .as(parameter.name())
              .containsExactly(
                  Fixtures.floats(step.get("weights").get(parameter.name())), within(2e-7f));
          assertThat(parameter.value().getGradient().toFloatArray()).containsOnly(0f);
        }
      }
    }
  }

  @Test
  void aRestoredStateGoesOnBitByBit() {
    var straight = parameters();
    var resumed = parameters();
    try (var first = new Optimiser(manager, straight, .1)) {
      update(first, straight, 3);
      NativeArrays.fill(resumed, NativeArrays.copy(straight));
      try (var second = new Optimiser(manager, resumed, .1)) {
        second.restore(first.state(), 3);
        update(first, straight, 2);
        update(second, resumed, 2);
      }
    }
    for (var i = 0; i < straight.size(); i++) {
      assertThat(resumed.get(i).value().toFloatArray())
          .containsExactly(straight.get(i).value().toFloatArray());
    }
  }

  @Test
  void withoutALimitNothingIsClipped() {
    var parameters = parameters();
    try (var optimiser = new Optimiser(manager, parameters, 0)) {
      InPlace.copy(
          manager.create(new float[] {3, 0, 4, 0, 0}), parameters.get(1).value().getGradient());
      assertThat(optimiser.clip(manager, 0)).isEqualTo(5);
      assertThat(parameters.get(1).value().getGradient().toFloatArray())
          .containsExactly(3, 0, 4, 0, 0);
      assertThat(optimiser.clip(manager, 1)).isEqualTo(5);
      assertThat(parameters.get(1).value().getGradient().toFloatArray())
          .containsExactly(new float[] {.6f, 0, .8f, 0, 0}, within(1e-6f));
    }
  }

  @Test
  void biasesAndLayerNormsDoNotDecay() {
    assertThat(Optimiser.decays("encoder.layer.0.attention.self.query.weight")).isTrue();
    assertThat(Optimiser.decays("embeddings.word_embeddings.weight")).isTrue();
    assertThat(Optimiser.decays("encoder.layer.0.attention.self.query.bias")).isFalse();
    assertThat(Optimiser.decays("encoder.layer.0.output.LayerNorm.weight")).isFalse();
    assertThat(Optimiser.decays("transformer.layer.0.sa_layer_norm.weight")).isFalse();
    assertThat(Optimiser.decays("encoder.relative_attention_bias.weight")).isFalse();
    assertThat(Optimiser.decays("layers.1.attn_norm.weight")).isFalse();
    assertThat(Optimiser.decays("embeddings.norm.weight")).isFalse();
    assertThat(Optimiser.decays("final_norm.weight")).isFalse();
    assertThat(Optimiser.decays("layers.1.attn.Wqkv.weight")).isTrue();
  }

  private void update(Optimiser optimiser, List<NamedParameter> parameters, int times) {
    for (var i = 0; i < times; i++) {
      for (var parameter : parameters) {
        parameter.value().getGradient().addi(parameter.value().stopGradient());
      }
      optimiser.update(manager, 1e-2);
    }
  }

  private List<NamedParameter> parameters() {
    var json = Fixtures.json("optimiser.json");
    var parameters = new ArrayList<NamedParameter>();
    for (var entry : json.get("shapes").properties()) {
      var sides = new long[entry.getValue().size()];
      for (var i = 0; i < sides.length; i++) {
        sides[i] = entry.getValue().get(i).asLong();
      }
      var value =
          manager.create(Fixtures.floats(json.get("start").get(entry.getKey())), new Shape(sides));
      value.setName("w[]");
      parameters.add(new NamedParameter(entry.getKey(), value));
    }
    return parameters;
  }
}
