package dev.retune.architecture.planted.ui.train;

/// Breaks a rule on purpose.
class RunsLater {
  void run() {
    javafx.application.Platform.runLater(() -> {});
  }
}
