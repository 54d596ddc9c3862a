package dev.retune.pair;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What once happened to a pair.
///
/// @param kind what was done; for UNDO and REDO see `target`
/// @param target what was undone or redone, else null
/// @param before the former value in words (status, relevance, split or question), null if none
/// @param after the new value in the same words, null if none
public record HistoryEntry(
    Instant time,
    String reviewer,
    ActionKind kind,
    @Nullable ActionKind target,
    @Nullable String before,
    @Nullable String after) {}
