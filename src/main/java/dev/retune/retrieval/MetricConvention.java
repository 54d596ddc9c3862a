package dev.retune.retrieval;

/// Whose definitions the figures follow; they differ for average precision and NDCG.
public enum MetricConvention {
  /// Binary gains; average precision at k divides by min(k, number of relevant passages).
  SENTENCE_TRANSFORMERS,
  /// Graded gains; average precision divides by the number of relevant passages.
  TREC_EVAL
}
