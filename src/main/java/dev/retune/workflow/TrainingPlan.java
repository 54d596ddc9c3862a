package dev.retune.workflow;

import dev.retune.text.Problem;
import java.util.List;
import java.util.Optional;

/// What a training would be, before it starts.
///
/// @param trainPairs accepted pairs to learn from
/// @param passages passages to search in
/// @param validationQueries questions that choose the best point
/// @param testQueries questions that judge the result
/// @param unsplit accepted pairs that belong to no split yet; they are split before training
/// @param steps optimiser steps
/// @param seconds estimate on this machine, evaluations included
/// @param findings what is wrong with the data, each with its remedy
/// @param blocking the first finding that has to be mended before training can start; empty if it
///   can
public record TrainingPlan(
    int trainPairs,
    int passages,
    int validationQueries,
    int testQueries,
    int unsplit,
    int steps,
    double seconds,
    List<Problem> findings,
    Optional<Problem> blocking) {
  public TrainingPlan {
    findings = List.copyOf(findings);
  }

  /// Whether training can start.
  public boolean ready() {
    return blocking.isEmpty();
  }
}
