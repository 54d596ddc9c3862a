package dev.retune.encoder;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.engine.Engine;
import ai.djl.ndarray.types.Shape;
import org.junit.jupiter.api.Test;

/// What else shows the same memory sees the new numbers: the array still lies where it lay.
class InPlaceTest {

  @Test
  void aViewSeesWhatIsCopied() {
    try (var manager = NativeLibraries.root()) {
      var array = manager.zeros(new Shape(2, 3));
      var view = array.get("1");
      InPlace.copy(manager.create(new float[] {1, 2, 3, 4, 5, 6}, new Shape(2, 3)), array);
      assertThat(view.toFloatArray()).containsExactly(4, 5, 6);
      assertThat(array.toFloatArray()).containsExactly(1, 2, 3, 4, 5, 6);
    }
  }

  @Test
  void aNumberWithoutDimensionsIsCopied() {
    try (var manager = NativeLibraries.root()) {
      var array = manager.zeros(new Shape());
      var view = array.reshape(1);
      InPlace.copy(Scalar.of(7, array), array);
      assertThat(view.toFloatArray()).containsExactly(7);
      assertThat(array.getShape()).isEqualTo(new Shape());
    }
  }

  @Test
  void weightsAndTheirGradientsAreCopied() {
    try (var manager = NativeLibraries.root()) {
      var weight = manager.ones(new Shape(2));
      weight.setRequiresGradient(true);
      try (var collector = Engine.getInstance().newGradientCollector()) {
        collector.backward(weight.square().sum());
      }
      var held = weight.getGradient();
      InPlace.copy(manager.create(new float[] {5, 6}), weight.getGradient());
      InPlace.copy(manager.create(new float[] {Float.NaN, 8}), weight);
      InPlace.copy(manager.create(new float[] {7, 8}), weight);
      assertThat(held.toFloatArray()).containsExactly(5, 6);
      assertThat(weight.toFloatArray()).containsExactly(7, 8);
    }
  }
}
