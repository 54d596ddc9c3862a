package dev.retune.training;

import dev.retune.training.preflight.Finding;
import dev.retune.training.preflight.Severity;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a look at data, settings, model and machine found before a training.
///
/// @param findings what a person should know, what matters most first; empty if all is well
/// @param pairs examples to learn from
/// @param passages passages they point at, and all others
/// @param validationQuestions that choose the best point
/// @param testQuestions that judge the result
/// @param expected what the training will take; null where it would be refused
public record PreflightReport(
    List<Finding> findings,
    int pairs,
    int passages,
    int validationQuestions,
    int testQuestions,
    @Nullable Expected expected) {

  public PreflightReport {
    findings =
        findings.stream().sorted(Comparator.comparing(Finding::severity).reversed()).toList();
  }

  /// What a training will take on this machine.
  ///
  /// @param steps optimiser steps
  /// @param seconds in all
  /// @param trainingSeconds of which in steps
  /// @param memoryMb resident peak of the worker
  /// @param machineMb memory of this machine
  /// @param trainedTokensPerSecond measured in a few steps; 0 where no text passes the encoder in
  ///   training, or there was no room to try
  /// @param embeddedTokensPerSecond measured
  public record Expected(
      int steps,
      double seconds,
      double trainingSeconds,
      long memoryMb,
      long machineMb,
      double trainedTokensPerSecond,
      double embeddedTokensPerSecond) {}

  /// What matters most; empty if there is nothing to say.
  public Optional<Severity> worst() {
    return findings.stream().map(Finding::severity).findFirst();
  }
}
