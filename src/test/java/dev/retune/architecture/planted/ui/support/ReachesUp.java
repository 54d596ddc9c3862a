package dev.retune.architecture.planted.ui.support;

/// Breaks a rule on purpose.
class ReachesUp {
  dev.retune.architecture.planted.app.Top top = new dev.retune.architecture.planted.app.Top();
}
