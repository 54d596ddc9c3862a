package dev.retune.pair;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A pair about to be stored.
///
/// @param question trimmed by the store; must not be blank
/// @param relevance graded score as in qrels, 0 to 3 where people judge
/// @param answer the sentence of the passage that answers, word for word; null if not known
public record NewPair(String question, UUID chunkId, double relevance, @Nullable String answer) {}
