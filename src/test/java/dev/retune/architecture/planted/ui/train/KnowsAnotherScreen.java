package dev.retune.architecture.planted.ui.train;

/// Breaks a rule on purpose.
class KnowsAnotherScreen {
  dev.retune.architecture.planted.ui.pairs.Screen other =
      new dev.retune.architecture.planted.ui.pairs.Screen();
}
