package dev.retune.training.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.retune.encoder.NativeLibraries;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A row with fewer hard negatives than its neighbour repeats its own; the repetition counts
/// nowhere.
class UnevenRowsTest {
  private static final float[] QUERY = {1, 2, -1, .5f, 0, 1};
  private static final float[] PASSAGE = {.5f, 1, -2, 0, 1, 1};
  private static final float[] FIRST = {-1, 1, .5f, 2, 1, .25f};
  private static final float[] SECOND = {0, 0, 0, 1, -1, .5f};

  @ParameterizedTest
  @EnumSource(names = {"TRIPLET", "MARGIN_MSE", "DISTILL_KL_DIV"})
  void eachRowIsWorthWhatItIsAlone(LossSettings.Name name) {
    NativeLibraries.stayOffline();
    var loss = Loss.of(LossSettings.of(name));
    try (var manager = NDManager.newBaseManager()) {
      // Row 0 has one negative, so its second is the first again.
      var second = manager.create(concat(half(FIRST, 0), half(SECOND, 1)), new Shape(2, 3));
      var targets = manager.create(new float[] {1, .5f, 0, 2, -1, 1}, new Shape(2, 3));
      var both =
          loss.of(
              batch(
                  targets,
                  marks(manager),
                  both(manager, QUERY),
                  both(manager, PASSAGE),
                  both(manager, FIRST),
                  second));
      var zeroth =
          loss.of(
              batch(
                  targets.get("0:1, 0:2"),
                  null,
                  one(manager, QUERY, 0),
                  one(manager, PASSAGE, 0),
                  one(manager, FIRST, 0)));
      var first =
          loss.of(
              batch(
                  targets.get("1:2"),
                  null,
                  one(manager, QUERY, 1),
                  one(manager, PASSAGE, 1),
                  one(manager, FIRST, 1),
                  one(manager, SECOND, 1)));
      assertThat(both.getFloat())
          .isCloseTo((zeroth.getFloat() + first.getFloat()) / 2, within(1e-5f));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"MULTIPLE_NEGATIVES_RANKING", "GIST_EMBED"})
  void rankingDoesNotSeeTheRepetition(LossSettings.Name name) {
    NativeLibraries.stayOffline();
    var settings = LossSettings.of(name);
    var smoothed =
        settings.takes(LossParameter.LABEL_SMOOTHING)
            ? settings.with(LossParameter.LABEL_SMOOTHING, .2)
            : settings;
    try (var manager = NDManager.newBaseManager()) {
      var same = loss(smoothed, manager, half(FIRST, 0));
      var anything = loss(smoothed, manager, new float[] {3, -1, 2});
      assertThat(anything).isEqualTo(same);
    }
  }

  /// With whatever stands where row 0 has no second negative.
  private static float loss(LossSettings settings, NDManager manager, float[] repeated) {
    var second = manager.create(concat(repeated, half(SECOND, 1)), new Shape(2, 3));
    second.setRequiresGradient(true);
    var columns =
        List.of(both(manager, QUERY), both(manager, PASSAGE), both(manager, FIRST), second);
    var guide = List.of(columns.get(1), columns.get(0), columns.get(2), columns.get(2));
    try (var collector = Engine.getInstance().newGradientCollector()) {
      var value = Loss.of(settings).of(new LossBatch(columns, null, null, marks(manager), guide));
      collector.backward(value);
      var pull = second.getGradient().toFloatArray();
      assertThat(half(pull, 0)).containsOnly(0);
      return value.getFloat();
    }
  }

  private static LossBatch batch(NDArray targets, @Nullable NDArray excluded, NDArray... columns) {
    return new LossBatch(List.of(columns), targets, null, excluded);
  }

  /// Six candidates: two passages, two first negatives, two second ones, of which row 0's is none.
  private static NDArray marks(NDManager manager) {
    return manager.create(new float[] {0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0}, new Shape(2, 6));
  }

  private static NDArray both(NDManager manager, float[] rows) {
    return manager.create(rows, new Shape(2, 3));
  }

  private static NDArray one(NDManager manager, float[] rows, int row) {
    return manager.create(half(rows, row), new Shape(1, 3));
  }

  private static float[] half(float[] rows, int row) {
    return Arrays.copyOfRange(rows, 3 * row, 3 * row + 3);
  }

  private static float[] concat(float[] one, float[] other) {
    var all = Arrays.copyOf(one, 6);
    System.arraycopy(other, 0, all, 3, 3);
    return all;
  }
}
