package dev.retune.pair;

import dev.retune.project.Project;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Pairs of a project, for reading. What changes them goes through [Review], [QuestionRun] and
/// [PairImport]; each change is in the database before the call returns.
///
/// Pairs of a removed document are hidden and come back with it. Thread-safe.
public final class PairStore {
  private final Project project;

  public PairStore(Project project) {
    this.project = project;
  }

  /// All pairs by document, place in the document, and time of writing.
  public List<PairRow> rows() {
    throw new UnsupportedOperationException(project.toString());
  }

  /// Those of the given pairs that are there, in the order of [#rows()].
  public List<PairRow> rows(Collection<UUID> ids) {
    throw new UnsupportedOperationException(project.toString() + ids);
  }

  public Optional<PairRow> row(UUID id) {
    throw new UnsupportedOperationException(project.toString() + id);
  }

  /// Pairs of one chunk.
  public List<PairRow> rowsOf(UUID chunkId) {
    throw new UnsupportedOperationException(project.toString() + chunkId);
  }

  public PairCounts counts() {
    throw new UnsupportedOperationException(project.toString());
  }

  /// Chunks that have at least one pair, of whatever status.
  public Set<UUID> chunksWithPairs() {
    throw new UnsupportedOperationException(project.toString());
  }

  /// The judgement behind a row.
  public Optional<Judgement> judgement(UUID id) {
    throw new UnsupportedOperationException(project.toString() + id);
  }

  /// The query behind a row.
  public Optional<Query> query(UUID id) {
    throw new UnsupportedOperationException(project.toString() + id);
  }
}
