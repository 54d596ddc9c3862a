package dev.retune.architecture.planted.model;

/// Breaks a rule on purpose.
class Single {
  static Single getInstance() {
    return new Single();
  }
}
