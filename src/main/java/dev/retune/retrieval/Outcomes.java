package dev.retune.retrieval;

import dev.retune.dataset.RetrievalSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// What tuning did to each query.
final class Outcomes {
  private Outcomes() {}

  static List<QueryOutcome> of(
      RetrievalSet set, Evaluation base, Evaluation tuned, Evaluation bm25) {
    return base.rankings().keySet().stream()
        .map(id -> {
          var judged = set.qrels().getOrDefault(id, Map.of());
          return outcome(
              id, rank(base, id, judged), rank(tuned, id, judged), rank(bm25, id, judged));
        })
        .sorted(Comparator.comparingDouble(outcome -> -Math.abs(outcome.delta())))
        .toList();
  }

  private static int rank(Evaluation evaluation, String id, Map<String, Double> judged) {
    return Metrics.firstRelevant(evaluation.rankings().getOrDefault(id, List.of()), judged);
  }

  private static QueryOutcome outcome(String id, int base, int tuned, int bm25) {
    double delta = reciprocal(tuned) - reciprocal(base);
    var kind =
        delta > 0
            ? QueryOutcome.Kind.WON
            : delta < 0 ? QueryOutcome.Kind.LOST : QueryOutcome.Kind.SAME;
    return new QueryOutcome(id, base, tuned, bm25, delta, kind);
  }

  private static double reciprocal(int rank) {
    return rank == 0 ? 0 : 1.0 / rank;
  }
}
