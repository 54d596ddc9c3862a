package dev.retune.pair;

/// Passages without a question.
///
/// @param count how many there are
/// @param tokens how long they are together
public record OpenPassages(int count, long tokens) {}
