package dev.retune.training;

import java.time.Instant;

/// Makes what run tests need.
final class Runs {
  private Runs() {}

  static RunConfiguration configuration() {
    return new RunConfiguration(
        RunConfiguration.SCHEMA,
        "a run",
        Instant.parse("2026-11-21T10:00:00Z"),
        "0.1.0",
        new RunConfiguration.BaseReference("tiny", "/nowhere", "f"),
        new RunConfiguration.DatasetReference("data", "d"),
        TrainingSettings.recommended());
  }
}
