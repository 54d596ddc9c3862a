package dev.retune.pair;

/// How many pairs training can use: accepted ones of relevance above 0.
///
/// @param all in whatever split
/// @param train in the training split
/// @param validationQueries different questions in the validation split
/// @param testQueries different questions in the test split
/// @param unsplit in no split yet
public record UsablePairs(
    int all, int train, int validationQueries, int testQueries, int unsplit) {}
