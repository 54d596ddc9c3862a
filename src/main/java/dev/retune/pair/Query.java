package dev.retune.pair;

import java.time.Instant;
import java.util.UUID;

/// A question, apart from the passages it is judged against.
///
/// @param text as a reader would ask it; trimmed, never empty
/// @param created when it was first stored
public record Query(UUID id, String text, Origin origin, Instant created) {}
