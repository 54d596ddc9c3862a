package dev.retune.ui.train;

import java.util.function.Consumer;

/// What the training screen needs of the project and of the window around it.
///
/// @param training plans and starts runs
/// @param toPairs goes to the pairs screen
/// @param toPair goes to the pairs screen and shows the pairs of this question
/// @param openSample opens the sample project
/// @param compare goes to the comparison, with the model of the run of this id
/// @param ended told when a run came to its end, so that its model is entered and others look again
record TrainServices(
    Training training,
    Runnable toPairs,
    Consumer<String> toPair,
    Runnable openSample,
    Consumer<String> compare,
    Runnable ended) {}
