package dev.retune.pair;

import dev.retune.dataset.Split;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is held to be true about one query and one chunk.
///
/// @param relevance graded score as in qrels; 0 does not answer, 3 answers fully
/// @param split where the pair is used; null until pairs are split
/// @param origin who first put query and chunk together
/// @param answer the sentence of the passage that answers, word for word; null where nobody knows
/// @param reviewer who decided last; null while nobody has
/// @param decided when that was; null while nobody has
public record Judgement(
    UUID id,
    UUID queryId,
    UUID chunkId,
    double relevance,
    ReviewStatus status,
    @Nullable Split split,
    Origin origin,
    @Nullable String answer,
    @Nullable String reviewer,
    @Nullable Instant decided) {}
