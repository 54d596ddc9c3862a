package dev.retune.architecture.planted.stray;

/// Breaks a rule on purpose.
class Unknown {}
