package dev.retune.ui.train;

import java.util.function.Consumer;

/// Where the training screen leads.
///
/// @param toPairs goes to the pairs screen
/// @param toPair goes to the pairs screen and shows the pairs of this question
/// @param openSample opens the sample project
/// @param compare goes to the comparison, with the model of the run of this id
/// @param ended told when a run came to its end, so that screens that list models look again
public record TrainNavigation(
    Runnable toPairs,
    Consumer<String> toPair,
    Runnable openSample,
    Consumer<String> compare,
    Runnable ended) {}
