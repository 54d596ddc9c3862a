package dev.retune.training;

import dev.retune.encoder.Embedder;
import dev.retune.training.preflight.Finding;
import java.util.ArrayList;
import java.util.List;

/// What settings and lengths tell of a run that can be made, without embedding anything.
final class QuickChecks {
  private QuickChecks() {}

  /// @param embedder whose tokens count
  static List<Finding> of(RunInputs inputs, Embedder embedder) {
    var findings = new ArrayList<Finding>(SizeCheck.of(inputs));
    findings.addAll(DimensionCheck.of(inputs));
    findings.addAll(LengthCheck.of(inputs, embedder));
    return findings;
  }
}
