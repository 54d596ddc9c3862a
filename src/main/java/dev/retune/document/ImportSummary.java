package dev.retune.document;

import java.util.List;

/// What became of every file of an import, in the order they were given.
public record ImportSummary(List<ImportOutcome> outcomes) {
  public ImportSummary {
    outcomes = List.copyOf(outcomes);
  }

  /// How many files ended so.
  public int count(ImportOutcome.Kind kind) {
    return (int) outcomes.stream().filter(outcome -> outcome.kind() == kind).count();
  }

  /// Pages of the files that are new in the project.
  public int pages() {
    return outcomes.stream()
        .filter(outcome -> outcome.kind() == ImportOutcome.Kind.IMPORTED)
        .mapToInt(ImportOutcome::pages)
        .sum();
  }

  /// Chunks of the files that are new in the project.
  public int chunks() {
    return outcomes.stream()
        .filter(outcome -> outcome.kind() == ImportOutcome.Kind.IMPORTED)
        .mapToInt(ImportOutcome::chunks)
        .sum();
  }
}
