package dev.retune.ui.compare;

/// Where the comparison leads.
///
/// @param toTrain goes to the training screen
/// @param toPairs goes to the pairs screen
/// @param openSample opens the sample project
public record CompareNavigation(Runnable toTrain, Runnable toPairs, Runnable openSample) {}
