package dev.retune.document;

/// A chunk with its place.
///
/// @param span in the document's text, which runs over all pages
public record PlacedChunk(Chunk chunk, Span span) {}
