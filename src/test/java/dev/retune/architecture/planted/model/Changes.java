package dev.retune.architecture.planted.model;

/// Breaks a rule on purpose.
class Changes {
  static int count = 0;
}
