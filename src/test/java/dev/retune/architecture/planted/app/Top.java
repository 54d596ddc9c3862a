package dev.retune.architecture.planted.app;

/// Breaks a rule on purpose.
public class Top {}
