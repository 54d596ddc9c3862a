package dev.retune.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// How a tuned model came to be.
///
/// @param baseId the model it started from
/// @param baseFingerprint fingerprint of that model
/// @param datasetFingerprint fingerprint of the frozen dataset it was trained on
/// @param datasetName that dataset's name
/// @param runId the run that trained it
/// @param metrics its figures on the validation split, such as `ndcg@10`
/// @param baseMetrics the base model's figures on the same
public record Lineage(
    String baseId,
    String baseFingerprint,
    String datasetFingerprint,
    String datasetName,
    String runId,
    Map<String, Double> metrics,
    Map<String, Double> baseMetrics) {
  public Lineage {
    metrics = inOrder(metrics);
    baseMetrics = inOrder(baseMetrics);
  }

  /// Files and lists show the metrics in the order of the evaluation; `Map.copyOf` has none.
  private static Map<String, Double> inOrder(Map<String, Double> metrics) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
  }
}
