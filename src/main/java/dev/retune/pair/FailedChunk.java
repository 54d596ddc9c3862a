package dev.retune.pair;

import dev.retune.text.Problem;
import java.util.UUID;

/// A passage for which no question could be written, and why.
///
/// @param page first page of the passage, 0 where there are no pages
public record FailedChunk(UUID chunkId, String documentName, int page, Problem reason) {}
