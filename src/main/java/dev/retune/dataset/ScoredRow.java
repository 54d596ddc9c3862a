package dev.retune.dataset;

import org.jspecify.annotations.Nullable;

/// Two texts and how similar they are.
///
/// @param first id of the first text, among the queries
/// @param second id of the second text, in the corpus
/// @param score as the source gives it, commonly 0 to 1
public record ScoredRow(
    String first, String second, double score, Split split, @Nullable Origin origin)
    implements Row {}
