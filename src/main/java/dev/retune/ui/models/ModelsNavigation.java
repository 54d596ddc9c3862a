package dev.retune.ui.models;

import java.util.function.Consumer;

/// Where this screen leads.
///
/// @param toTrain to the step that makes tuned models
/// @param toCompare to the comparison of the model with this id
public record ModelsNavigation(Runnable toTrain, Consumer<String> toCompare) {}
