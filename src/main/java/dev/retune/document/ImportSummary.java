package dev.retune.document;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What became of every file of an import, in the order they were given.
public record ImportSummary(List<ImportOutcome> outcomes) {
  public ImportSummary {
    outcomes = List.copyOf(outcomes);
  }

  /// This one with what became of some of its files since.
  public ImportSummary followedBy(ImportSummary later) {
    var again = later.outcomes().stream().map(ImportOutcome::file).collect(Collectors.toSet());
    var before = outcomes.stream().filter(outcome -> !again.contains(outcome.file()));
    return new ImportSummary(Stream.concat(before, later.outcomes().stream()).toList());
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
