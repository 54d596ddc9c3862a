package dev.retune.dataset;

import org.jspecify.annotations.Nullable;

/// Two texts and the label of their relation.
///
/// @param first id of the first text (the premise), among the queries
/// @param second id of the second text (the hypothesis), in the corpus
/// @param label as the source gives it, such as `0` or `entailment`
public record LabelledRow(
    String first, String second, String label, Split split, @Nullable Origin origin)
    implements Row {}
