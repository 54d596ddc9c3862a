package dev.retune.retrieval;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The measures of one ranking.
///
/// Definitions after `sentence_transformers.evaluation.InformationRetrievalEvaluator` and trec_eval
/// (`m_ndcg_cut`, `m_map_cut`), which differ as [MetricConvention] says. A passage counts as
/// relevant if its relevance is above zero; gains are discounted by log2(rank + 1).
final class Metrics {
  private static final double LN2 = Math.log(2);

  private Metrics() {}

  /// @param ranking passage ids, best first
  /// @param judged relevance by passage id, at least one of them positive
  /// @return values by name, such as `ndcg@10`
  static Map<String, Double> of(
      List<String> ranking, Map<String, Double> judged, EvaluationOptions options) {
    var gains = gains(ranking, judged);
    var ideal =
        judged.values().stream()
            .mapToDouble(Double::doubleValue)
            .filter(relevance -> relevance > 0)
            .sorted()
            .toArray();
    var metrics = new LinkedHashMap<String, Double>();
    for (int k : options.cutoffs()) {
      metrics.put("accuracy@" + k, found(gains, k) > 0 ? 1.0 : 0.0);
    }
    for (int k : options.cutoffs()) {
      metrics.put("precision@" + k, (double) found(gains, k) / k);
    }
    for (int k : options.cutoffs()) {
      metrics.put("recall@" + k, (double) found(gains, k) / ideal.length);
    }
    for (int k : options.cutoffs()) {
      metrics.put("mrr@" + k, reciprocalRank(gains, k));
    }
    for (int k : options.cutoffs()) {
      metrics.put("ndcg@" + k, ndcg(gains, ideal, k, options.convention()));
    }
    for (int k : options.cutoffs()) {
      metrics.put("map@" + k, averagePrecision(gains, ideal.length, k, options.convention()));
    }
    return metrics;
  }

  /// The rank of the first relevant passage, from 1; 0 if there is none.
  static int firstRelevant(List<Hit> ranking, Map<String, Double> judged) {
    for (int i = 0; i < ranking.size(); i++) {
      if (judged.getOrDefault(ranking.get(i).passageId(), 0.0) > 0) {
        return i + 1;
      }
    }
    return 0;
  }

  private static double[] gains(List<String> ranking, Map<String, Double> judged) {
    return ranking.stream().mapToDouble(id -> Math.max(0, judged.getOrDefault(id, 0.0))).toArray();
  }

  private static int found(double[] gains, int k) {
    int found = 0;
    for (int i = 0; i < Math.min(k, gains.length); i++) {
      found += gains[i] > 0 ? 1 : 0;
    }
    return found;
  }

  private static double reciprocalRank(double[] gains, int k) {
    for (int i = 0; i < Math.min(k, gains.length); i++) {
      if (gains[i] > 0) {
        return 1.0 / (i + 1);
      }
    }
    return 0;
  }

  private static double averagePrecision(
      double[] gains, int relevant, int k, MetricConvention convention) {
    int found = 0;
    double sum = 0;
    for (int i = 0; i < Math.min(k, gains.length); i++) {
      if (gains[i] > 0) {
        found++;
        sum += (double) found / (i + 1);
      }
    }
    return sum
        / switch (convention) {
          case SENTENCE_TRANSFORMERS -> Math.min(k, relevant);
          case TREC_EVAL -> relevant;
        };
  }

  /// @param ideal relevances of all relevant passages, ascending
  private static double ndcg(double[] gains, double[] ideal, int k, MetricConvention convention) {
    double got = 0;
    for (int i = 0; i < Math.min(k, gains.length); i++) {
      got += gain(gains[i], convention) / log2(i + 2);
    }
    double best = 0;
    for (int i = 0; i < Math.min(k, ideal.length); i++) {
      best += gain(ideal[ideal.length - 1 - i], convention) / log2(i + 2);
    }
    return got / best;
  }

  private static double gain(double relevance, MetricConvention convention) {
    return switch (convention) {
      case SENTENCE_TRANSFORMERS -> relevance > 0 ? 1 : 0;
      case TREC_EVAL -> relevance;
    };
  }

  private static double log2(int value) {
    return Math.log(value) / LN2;
  }
}
