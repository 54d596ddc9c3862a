package dev.retune.ui.train;

/// A point of a curve.
///
/// @param step the training step
/// @param value loss or quality after that step
record Point(double step, double value) {}
