package dev.retune.architecture.planted.ui.pairs;

/// Breaks a rule on purpose.
public class Screen {}
