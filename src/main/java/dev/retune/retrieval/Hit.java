package dev.retune.retrieval;

/// A passage that a search found.
///
/// @param passageId id in the corpus
/// @param score larger is better; its scale belongs to the searcher
public record Hit(String passageId, double score) {}
