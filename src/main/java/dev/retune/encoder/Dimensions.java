package dev.retune.encoder;

import dev.retune.text.Problem;
import java.util.HashSet;
import java.util.List;

/// To how many of its first numbers a vector may be cut (sentence-transformers' `truncate_dim`).
public final class Dimensions {
  private Dimensions() {}

  /// @throws dev.retune.text.ProblemException if there is none, one is below 1 or stands twice
  public static void check(List<Integer> dimensions) {
    if (dimensions.isEmpty()) {
      throw Problem.of(Dimensions.class, "dimensions.none").exception();
    }
    var seen = new HashSet<Integer>();
    for (int dimension : dimensions) {
      if (dimension < 1) {
        throw Problem.of(Dimensions.class, "dimensions.least", Integer.toString(dimension))
            .exception();
      }
      if (!seen.add(dimension)) {
        throw Problem.of(Dimensions.class, "dimensions.twice", Integer.toString(dimension))
            .exception();
      }
    }
  }

  /// @param length of the model's vectors
  /// @throws dev.retune.text.ProblemException if one of `dimensions` exceeds it
  public static void checkWithin(List<Integer> dimensions, int length) {
    for (int dimension : dimensions) {
      if (dimension > length) {
        throw Problem.of(
                Dimensions.class,
                "dimensions.beyond",
                Integer.toString(dimension),
                Integer.toString(length))
            .exception();
      }
    }
  }
}
