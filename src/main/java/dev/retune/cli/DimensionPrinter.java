package dev.retune.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Prints how a model does with shorter vectors.
final class DimensionPrinter {
  private static final List<String> METRICS =
      List.of("accuracy@1", "accuracy@5", "accuracy@10", "mrr@10", "ndcg@10", "map@100");

  private final Context context;

  DimensionPrinter(Context context) {
    this.context = context;
  }

  /// @param metrics by the length of the vectors
  void print(Map<Integer, Map<String, Double>> metrics) {
    context.say("dimensions.head");
    var head = new StringBuilder(String.format(Locale.ROOT, "  %9s", "dimension"));
    METRICS.forEach(metric -> head.append(String.format(Locale.ROOT, " %11s", metric)));
    context.output().line(head.toString());
    metrics.forEach((dimension, ofOne) -> {
      var line = new StringBuilder(String.format(Locale.ROOT, "  %9d", dimension));
      METRICS.forEach(metric ->
          line.append(String.format(Locale.ROOT, " %11.4f", ofOne.getOrDefault(metric, 0.0))));
      context.output().line(line.toString());
    });
  }
}
