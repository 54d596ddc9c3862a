package dev.retune.architecture.planted.ui.train;

/// Breaks a rule on purpose.
class RunsLater {
  java.util.concurrent.Executor executor = javafx.application.Platform::runLater;
}
