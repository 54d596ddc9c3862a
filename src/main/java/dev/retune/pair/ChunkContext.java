package dev.retune.pair;

import dev.retune.document.Chunk;
import java.util.function.Predicate;

/// What a question writer sees.
///
/// @param chunk the passage to ask about
/// @param documentName for the wording only
/// @param taken whether a question is already asked about another passage; such a question would
///   have two right answers
public record ChunkContext(Chunk chunk, String documentName, Predicate<String> taken) {}
