package dev.retune.architecture.planted.endpoint;

/// Breaks a rule on purpose.
class ReachesUp {
  dev.retune.architecture.planted.app.Top top = new dev.retune.architecture.planted.app.Top();
}
