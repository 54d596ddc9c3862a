package dev.retune.training;

import dev.retune.training.preflight.Finding;
import java.util.List;

/// Whether whole vectors are among the lengths that are trained for.
final class DimensionCheck {
  private DimensionCheck() {}

  static List<Finding> of(RunInputs inputs) {
    var dimensions = inputs.settings().dimensions();
    var whole = inputs.settings().output(inputs.base().dimension());
    return dimensions.isEmpty() || dimensions.contains(whole)
        ? List.of()
        : List.of(new Finding.WholeLeftOut(whole));
  }
}
