package dev.retune.dataset;

import org.jspecify.annotations.Nullable;

/// A query and a passage that answers it.
///
/// @param query id of the query
/// @param passage id of the passage in the corpus
/// @param relevance graded, positive; 1 where nothing finer is known
public record PairRow(
    String query, String passage, double relevance, Split split, @Nullable Origin origin)
    implements Row {

  /// A pair of relevance 1 and unknown origin.
  public PairRow(String query, String passage, Split split) {
    this(query, passage, 1, split, null);
  }
}
