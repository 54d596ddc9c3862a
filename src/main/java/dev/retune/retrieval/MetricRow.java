package dev.retune.retrieval;

/// One line of the table under a comparison.
///
/// @param metric such as `ndcg@10`
/// @param base mean with the base model
/// @param tuned mean with the tuned model
/// @param bm25 mean with BM25
/// @param change mean of tuned − base over queries, with its interval
/// @param overBm25 mean of tuned − BM25 over queries, with its interval
/// @param verdict on the tuned model against its base by this metric
public record MetricRow(
    String metric,
    double base,
    double tuned,
    double bm25,
    Interval change,
    Interval overBm25,
    Verdict verdict) {}
