package dev.retune.ui.settings;

import dev.retune.text.Problem;
import dev.retune.workflow.GpuStatus;

/// What is known of the graphics card.
sealed interface GpuState {

  /// It is being looked for.
  record Looking() implements GpuState {}

  /// It could not be looked for.
  record Unknown(Problem why) implements GpuState {}

  /// What was found.
  ///
  /// @param offered whether this program has computed on the card since its start
  record Known(GpuStatus status, boolean offered) implements GpuState {

    /// Whether setting CUDA support up would be of any use.
    boolean installable() {
      var found = status.found();
      return found.supported() && found.driver() != null && found.loads();
    }
  }
}
