package dev.retune.retrieval;

/// What tuning did to one query.
///
/// Ranks are those of the best-ranked relevant passage, 1 for the first; 0 if none was found within
/// the depth searched.
///
/// @param queryId id of the query
/// @param baseRank with the base model
/// @param tunedRank with the tuned model
/// @param bm25Rank with BM25
/// @param delta change of the reciprocal rank from base to tuned, −1 to 1
/// @param kind won if the tuned rank is better than the base rank
public record QueryOutcome(
    String queryId, int baseRank, int tunedRank, int bm25Rank, double delta, Kind kind) {

  /// Whether the tuned model found a relevant passage earlier than the base model.
  public enum Kind {
    WON,
    LOST,
    SAME
  }
}
