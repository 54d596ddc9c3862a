package dev.retune.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.retune.text.ProblemException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WeightMergeTest {
  private static final String NAME = "encoder.layer.0.output.dense.weight";
  private static final ModelCard CARD = new ModelCard("merged", List.of(), "");

  @TempDir Path folder;

  @Test
  void everyWeightIsWeighed() {
    var base = ModelFolder.read(Fixtures.BERT);
    var weights = Safetensors.read(base.path().resolve("model.safetensors"));
    weights
        .values()
        .forEach(tensor -> {
          for (var i = 0; i < tensor.data().length; i++) {
            tensor.data()[i] += i % 3;
          }
        });
    ModelFolderWriter.write(folder.resolve("tuned"), base, weights, CARD);
    var tuned = ModelFolder.read(folder.resolve("tuned"));
    WeightMerge.write(folder.resolve("merged"), base, tuned, .25, CARD);
    var merged = ModelFolder.read(folder.resolve("merged")).weights().read(NAME).data();
    var start = base.weights().read(NAME).data();
    for (var i = 0; i < merged.length; i++) {
      assertThat(merged[i]).isCloseTo(start[i] + .25f * (i % 3), within(1e-6f));
    }
    WeightMerge.write(folder.resolve("same"), base, tuned, 0, CARD);
    assertThat(ModelFolder.read(folder.resolve("same")).weights().read(NAME).data())
        .isEqualTo(start);
  }

  @Test
  void modelsOfAnotherShapeAndSharesBeyondOneAreRefused() {
    var base = ModelFolder.read(Fixtures.BERT);
    assertThatThrownBy(() ->
            WeightMerge.write(
                folder.resolve("no"), base, ModelFolder.read(Fixtures.ROBERTA), .5, CARD))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("not of one shape");
    assertThatThrownBy(() -> WeightMerge.write(folder.resolve("no"), base, base, 1.5, CARD))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("1.5");
    assertThat(folder.resolve("no")).doesNotExist();
  }
}
