package dev.retune.document;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What became of every file of an import, in the order they were given.
///
/// @param notRead files that were not come to, or that somebody took out
/// @param interrupted files that the program had not come to when it ended
public record ImportSummary(
    List<ImportOutcome> outcomes, List<Path> notRead, List<Path> interrupted) {
  public ImportSummary {
    outcomes = List.copyOf(outcomes);
    notRead = List.copyOf(notRead);
    interrupted = List.copyOf(interrupted);
  }

  public ImportSummary(List<ImportOutcome> outcomes, List<Path> notRead) {
    this(outcomes, notRead, List.of());
  }

  /// Of an import that came to its end.
  public ImportSummary(List<ImportOutcome> outcomes) {
    this(outcomes, List.of());
  }

  /// Of one that the program ended in the middle of.
  public static ImportSummary interrupted(List<Path> files) {
    return new ImportSummary(List.of(), List.of(), files);
  }

  /// All files that were not read, for whatever reason.
  public List<Path> unread() {
    return Stream.concat(interrupted.stream(), notRead.stream()).toList();
  }

  /// This one but for some files, which are being read.
  public ImportSummary without(Collection<Path> files) {
    return new ImportSummary(
        outcomes.stream().filter(outcome -> !files.contains(outcome.file())).toList(),
        without(notRead, files),
        without(interrupted, files));
  }

  private static List<Path> without(List<Path> all, Collection<Path> files) {
    return all.stream().filter(file -> !files.contains(file)).toList();
  }

  /// Whether it tells of no file at all.
  public boolean isEmpty() {
    return outcomes.isEmpty() && notRead.isEmpty() && interrupted.isEmpty();
  }

  /// This one with what became of some of its files since.
  public ImportSummary followedBy(ImportSummary later) {
    var again =
        Stream.concat(later.outcomes().stream().map(ImportOutcome::file), later.unread().stream())
            .collect(Collectors.toSet());
    var rest = without(again);
    return new ImportSummary(
        Stream.concat(rest.outcomes().stream(), later.outcomes().stream()).toList(),
        Stream.concat(rest.notRead().stream(), later.notRead().stream()).toList(),
        Stream.concat(rest.interrupted().stream(), later.interrupted().stream()).toList());
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
