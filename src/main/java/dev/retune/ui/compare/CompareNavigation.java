package dev.retune.ui.compare;

import dev.retune.ui.support.ToPassage;

/// Where the comparison leads.
///
/// @param toTrain goes to the training screen
/// @param toPairs goes to the pairs screen
/// @param toPassage goes to a passage in its document
/// @param openSample opens the sample project
public record CompareNavigation(
    Runnable toTrain, Runnable toPairs, ToPassage toPassage, Runnable openSample) {}
