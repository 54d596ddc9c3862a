package dev.retune.training.adapter;

import dev.retune.encoder.FloatTensor;
import java.util.Random;

/// Matrices by rows, as layers need them.
final class Matrices {
  private Matrices() {}

  /// Ones on the diagonal: `[rows, columns]`.
  static FloatTensor eye(int rows, int columns) {
    var numbers = new float[rows * columns];
    for (var i = 0; i < Math.min(rows, columns); i++) {
      numbers[i * columns + i] = 1;
    }
    return matrix(rows, numbers);
  }

  static FloatTensor matrix(int rows, float[] numbers) {
    return new FloatTensor(new long[] {rows, numbers.length / rows}, numbers);
  }

  static FloatTensor vector(float... numbers) {
    return new FloatTensor(new long[] {numbers.length}, numbers);
  }

  /// How PyTorch's linear layers begin: evenly between ±1/√`input`.
  static float[] uniform(Random random, int count, int input) {
    var bound = 1 / Math.sqrt(input);
    var numbers = new float[count];
    for (var i = 0; i < count; i++) {
      numbers[i] = (float) ((2 * random.nextDouble() - 1) * bound);
    }
    return numbers;
  }

  static FloatTensor scaled(FloatTensor tensor, float factor) {
    var numbers = tensor.data().clone();
    for (var i = 0; i < numbers.length; i++) {
      numbers[i] *= factor;
    }
    return new FloatTensor(tensor.shape(), numbers);
  }

  /// All rows of `upper`, then those of `lower`.
  static FloatTensor above(FloatTensor upper, FloatTensor lower) {
    var numbers = new float[upper.data().length + lower.data().length];
    System.arraycopy(upper.data(), 0, numbers, 0, upper.data().length);
    System.arraycopy(lower.data(), 0, numbers, upper.data().length, lower.data().length);
    return matrix(rows(upper) + rows(lower), numbers);
  }

  /// Each row of `left`, then the same row of `right`.
  static FloatTensor beside(FloatTensor left, FloatTensor right) {
    var rows = rows(left);
    var first = left.data().length / rows;
    var second = right.data().length / rows;
    var numbers = new float[rows * (first + second)];
    for (var row = 0; row < rows; row++) {
      System.arraycopy(left.data(), row * first, numbers, row * (first + second), first);
      System.arraycopy(right.data(), row * second, numbers, row * (first + second) + first, second);
    }
    return matrix(rows, numbers);
  }

  static int rows(FloatTensor tensor) {
    return Math.toIntExact(tensor.shape()[0]);
  }

  static int columns(FloatTensor tensor) {
    return Math.toIntExact(tensor.shape()[1]);
  }
}
