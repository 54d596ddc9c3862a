package dev.retune.pair.builtin;

/// A sentence or line of a passage.
///
/// @param raw as it stands in the passage
/// @param text on one line, without bullet or number
/// @param line whether it is a line of its own without a full stop: heading, table row or list item
public record Sentence(String raw, String text, boolean line) {}
