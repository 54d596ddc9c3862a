package dev.retune.training.loss;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.retune.encoder.Dimensions;
import dev.retune.text.Problem;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// To which lengths vectors shall stay good when they are cut.
///
/// @param dimensions the greatest first
/// @param weights how much each of them counts in the loss
/// @param rotated whether all vectors are turned before the training so that their first numbers
///   say most, where the encoder is trained
public record MatryoshkaSettings(List<Integer> dimensions, List<Double> weights, boolean rotated) {
  private static final double GREATEST_WEIGHT = 1e3;

  /// Sorts both by dimension, as the reference does.
  ///
  /// @throws dev.retune.text.ProblemException if a dimension is below 1 or stands twice, or there
  ///   is not one weight above 0 for each
  public MatryoshkaSettings {
    Dimensions.check(dimensions);
    if (weights.size() != dimensions.size()) {
      throw Problem.of(
              MatryoshkaSettings.class, "matryoshka.weights", weights.size(), dimensions.size())
          .exception();
    }
    for (double weight : weights) {
      if (!(weight > 0 && weight <= GREATEST_WEIGHT)) {
        throw Problem.of(MatryoshkaSettings.class, "matryoshka.weight", Double.toString(weight))
            .exception();
      }
    }
    var given = List.copyOf(dimensions);
    var order =
        IntStream.range(0, given.size())
            .boxed()
            .sorted(Comparator.comparing(given::get, Comparator.reverseOrder()))
            .toList();
    dimensions = order.stream().map(given::get).toList();
    weights = order.stream().map(List.copyOf(weights)::get).toList();
  }

  /// All dimensions count alike, and vectors are turned.
  ///
  /// @throws dev.retune.text.ProblemException as the constructor
  public static MatryoshkaSettings of(List<Integer> dimensions) {
    return read(dimensions, null, true);
  }

  /// These settings with vectors that are turned or are not.
  public MatryoshkaSettings rotated(boolean other) {
    return new MatryoshkaSettings(dimensions, weights, other);
  }

  @JsonCreator
  static MatryoshkaSettings read(
      @JsonProperty("dimensions") @Nullable List<Integer> dimensions,
      @JsonProperty("weights") @Nullable List<Double> weights,
      @JsonProperty("rotated") boolean rotated) {
    var all = dimensions == null ? List.<Integer>of() : dimensions;
    return new MatryoshkaSettings(
        all, weights == null ? all.stream().map(_ -> 1.0).toList() : weights, rotated);
  }
}
