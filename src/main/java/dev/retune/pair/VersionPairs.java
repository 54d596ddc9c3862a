package dev.retune.pair;

/// What can become of the pairs of an earlier version of a document.
///
/// @param movable stand in passages that the later version has word for word
/// @param staying stand in passages that it has not, or their questions are there already
public record VersionPairs(int movable, int staying) {}
