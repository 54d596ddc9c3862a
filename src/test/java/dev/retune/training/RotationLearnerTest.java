package dev.retune.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.types.Shape;
import dev.retune.encoder.NativeLibraries;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Against a rotation that is known: least squares between points and the same points turned have
/// it as their only best answer (Schönemann: A generalized solution of the orthogonal Procrustes
/// problem, 1966).
class RotationLearnerTest {
  private static final int DIMENSION = 5;
  private static final int POINTS = 40;
  private static final int STEPS = 400;

  @Test
  void aKnownRotationIsFound() {
    var random = new Random(5);
    var known = turned(turned(turned(identity(), 0, 3, .7), 1, 4, -.5), 2, 3, .4);
    var vectors = new HashMap<TextKey, float[]>();
    var keys = new ArrayList<TextKey>();
    var goals = new float[POINTS * DIMENSION];
    for (var point = 0; point < POINTS; point++) {
      var vector = new float[DIMENSION];
      for (var i = 0; i < DIMENSION; i++) {
        vector[i] = (float) random.nextGaussian();
      }
      keys.add(TextKey.passage("p" + point));
      vectors.put(keys.getLast(), vector);
      for (var row = 0; row < DIMENSION; row++) {
        for (var i = 0; i < DIMENSION; i++) {
          goals[point * DIMENSION + row] += (float) known[row][i] * vector[i];
        }
      }
    }
    try (var manager = NativeLibraries.root();
        var learner = new RotationLearner(vectors, manager);
        var optimiser = new Optimiser(manager, learner.parameters(), 0)) {
      var goal = manager.create(goals, new Shape(POINTS, DIMENSION));
      var first = Double.NaN;
      var last = Double.NaN;
      for (var step = 0; step < STEPS; step++) {
        try (var scope = manager.newSubManager()) {
          last =
              learner
                  .pass(scope, step, 0, List.copyOf(keys), rows -> rows.sub(goal).square().sum())
                  .loss();
          optimiser.update(scope, .05 * (STEPS - step) / STEPS);
        }
        first = step == 0 ? last : first;
      }
      assertThat(first).isGreaterThan(10);
      assertThat(last).isLessThan(1e-4);
      var found = learner.matrix().data();
      for (var row = 0; row < DIMENSION; row++) {
        for (var i = 0; i < DIMENSION; i++) {
          assertThat((double) found[row * DIMENSION + i]).isCloseTo(known[row][i], within(1e-3));
        }
      }
    }
  }

  private static double[][] identity() {
    var matrix = new double[DIMENSION][DIMENSION];
    for (var i = 0; i < DIMENSION; i++) {
      matrix[i][i] = 1;
    }
    return matrix;
  }

  /// `matrix` with two of its rows turned into each other.
  private static double[][] turned(double[][] matrix, int a, int b, double angle) {
    var result = identity();
    for (var row = 0; row < DIMENSION; row++) {
      result[row] = matrix[row].clone();
    }
    for (var i = 0; i < DIMENSION; i++) {
      result[a][i] = Math.cos(angle) * matrix[a][i] - Math.sin(angle) * matrix[b][i];
      result[b][i] = Math.sin(angle) * matrix[a][i] + Math.cos(angle) * matrix[b][i];
    }
    return result;
  }
}
