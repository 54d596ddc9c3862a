package dev.retune.document;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What became of every file of an import, in the order they were given.
///
/// @param notRead files that were not come to, or that somebody took out
public record ImportSummary(List<ImportOutcome> outcomes, List<Path> notRead) {
  public ImportSummary {
    outcomes = List.copyOf(outcomes);
    notRead = List.copyOf(notRead);
  }

  /// Of an import that came to its end.
  public ImportSummary(List<ImportOutcome> outcomes) {
    this(outcomes, List.of());
  }

  /// This one with what became of some of its files since.
  public ImportSummary followedBy(ImportSummary later) {
    var again =
        Stream.concat(later.outcomes().stream().map(ImportOutcome::file), later.notRead().stream())
            .collect(Collectors.toSet());
    var before = outcomes.stream().filter(outcome -> !again.contains(outcome.file()));
    var leftOut = notRead.stream().filter(file -> !again.contains(file));
    return new ImportSummary(
        Stream.concat(before, later.outcomes().stream()).toList(),
        Stream.concat(leftOut, later.notRead().stream()).toList());
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
