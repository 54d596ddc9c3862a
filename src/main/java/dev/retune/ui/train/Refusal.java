package dev.retune.ui.train;

import java.nio.file.Path;

/// A dataset that was to be added and was not.
///
/// @param why in the words of the screen
record Refusal(Path dataset, String why) {}
