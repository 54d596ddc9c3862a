package dev.retune.pair;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Decisions of one reviewer. Each call is one step of undo, however many pairs it touches, and is
/// durable when it returns. Undo survives closing the project.
///
/// A call that changes nothing returns an [Action] without pairs and logs nothing. Thread-safe.
public final class Review {
  private final PairStore store;
  private final String reviewer;
  private final Clock clock;

  public Review(PairStore store, String reviewer, Clock clock) {
    this.store = store;
    this.reviewer = reviewer;
    this.clock = clock;
  }

  public Action accept(Collection<UUID> pairs) {
    throw gap(pairs);
  }

  public Action reject(Collection<UUID> pairs) {
    throw gap(pairs);
  }

  /// Puts pairs back to "to review".
  public Action reopen(Collection<UUID> pairs) {
    throw gap(pairs);
  }

  /// @param relevance 0 (does not answer) to 3 (answers fully)
  public Action setRelevance(Collection<UUID> pairs, double relevance) {
    throw gap(pairs);
  }

  /// Rewords the question of a pair, for all pairs of that question.
  ///
  /// @throws dev.retune.text.ProblemException if the question is blank
  public Action edit(UUID pair, String question) {
    throw gap(question);
  }

  /// Adds an accepted pair of full relevance.
  ///
  /// @throws dev.retune.text.ProblemException if the question is blank or the chunk unknown
  public Action add(String question, UUID chunkId) {
    throw gap(question);
  }

  /// Takes pairs out of the table; undo brings them back.
  public Action remove(Collection<UUID> pairs) {
    throw gap(pairs);
  }

  /// Splits all pairs that are not rejected; see [Splitter] for the rule.
  public Action split(SplitOptions options) {
    throw gap(options);
  }

  /// Undoes the latest action that is not undone; a run of a writer counts once it has ended.
  public Optional<Action> undo() {
    throw gap("");
  }

  public Optional<Action> redo() {
    throw gap("");
  }

  public boolean canUndo() {
    return false;
  }

  public boolean canRedo() {
    return false;
  }

  /// What [#undo()] would undo, for the name of the menu entry.
  public Optional<ActionKind> nextUndo() {
    return Optional.empty();
  }

  public Optional<ActionKind> nextRedo() {
    return Optional.empty();
  }

  /// Everything that happened to a pair, oldest first.
  public List<HistoryEntry> history(UUID pair) {
    throw gap(pair);
  }

  private UnsupportedOperationException gap(Object arg) {
    return new UnsupportedOperationException(store + reviewer + clock + arg);
  }
}
