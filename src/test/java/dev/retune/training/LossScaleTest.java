package dev.retune.training;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.retune.file.Json;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// Step by step as `torch.amp.GradScaler` of PyTorch 2.7.1, from `make_loss_scale.py`.
class LossScaleTest {
  private static final Path EXPECTED = Path.of("src/test/fixtures/loss_scale.json");

  @Test
  void itGrowsAndShrinksAsPyTorchsDoes() {
    var expected = Json.read(EXPECTED, JsonNode.class);
    var scale = new LossScale(expected.path("growth_interval").asInt());
    assertThat(expected.path("steps")).hasSizeGreaterThan(30);
    var skipped = 0;
    for (var step : expected.path("steps")) {
      assertThat(scale.scale()).isEqualTo(step.path("scale").asDouble());
      assertThat(scale.state().good()).isEqualTo(step.path("good").asInt());
      if (step.path("overflows").asBoolean()) {
        assertThat(scale.overflowed()).isTrue();
        skipped++;
      } else {
        scale.kept();
      }
    }
    assertThat(scale.state().skipped()).isEqualTo(skipped);
    var resumed = new LossScale(expected.path("growth_interval").asInt());
    resumed.restore(scale.state());
    assertThat(resumed.scale()).isEqualTo(scale.scale());
  }

  @Test
  void belowOneItIsNotTheScaleThatOverflows() {
    var scale = new LossScale(LossScale.GROWTH_INTERVAL);
    for (var i = 0; i < 16; i++) {
      assertThat(scale.overflowed()).isTrue();
    }
    assertThat(scale.overflowed()).isFalse();
  }
}
