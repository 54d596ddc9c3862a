package dev.retune.pair;

import dev.retune.document.Rechunked;
import dev.retune.text.Problem;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Decisions of one reviewer. Each call is one step of undo, however many pairs it touches, and is
/// durable when it returns. Undo survives closing the project.
///
/// A call that changes nothing returns an [Action] without pairs and logs nothing. Thread-safe.
public final class Review {
  /// Relevance of a pair whose passage answers the question fully.
  public static final double FULL = 3;

  private final PairStore store;
  private final DecisionStore decisions;
  private final String reviewer;
  private final Clock clock;

  public Review(PairStore store, String reviewer, Clock clock) {
    this.store = store;
    this.decisions = store.decisions();
    this.reviewer = reviewer;
    this.clock = clock;
  }

  public Action accept(Collection<UUID> pairs) {
    return decide(ActionKind.ACCEPT, ReviewStatus.ACCEPTED, pairs);
  }

  public Action reject(Collection<UUID> pairs) {
    return decide(ActionKind.REJECT, ReviewStatus.REJECTED, pairs);
  }

  /// Puts pairs back to "to review".
  public Action reopen(Collection<UUID> pairs) {
    return decide(ActionKind.REOPEN, ReviewStatus.TO_REVIEW, pairs);
  }

  private Action decide(ActionKind kind, ReviewStatus status, Collection<UUID> pairs) {
    return decisions.decide(kind, status, pairs, reviewer, clock.instant());
  }

  /// @param relevance 0 (does not answer) to 3 (answers fully)
  public Action setRelevance(Collection<UUID> pairs, double relevance) {
    if (!(relevance >= 0 && relevance <= FULL)) {
      throw new IllegalArgumentException("relevance " + relevance);
    }
    return decisions.grade(relevance, pairs, reviewer, clock.instant());
  }

  /// Rewords the question of a pair, for all pairs of that question.
  ///
  /// @throws dev.retune.text.ProblemException if the question is blank
  public Action edit(UUID pair, String question) {
    return decisions.reword(pair, checked(question), reviewer, clock.instant());
  }

  /// Adds an accepted pair of full relevance; where the same pair is there already, accepts it.
  ///
  /// @throws dev.retune.text.ProblemException if the question is blank or the chunk unknown
  public Action add(String question, UUID chunkId) {
    var text = checked(question);
    if (!store.hasChunk(chunkId)) {
      throw Problem.of(Review.class, "unknownChunk", chunkId.toString()).exception();
    }
    var there = store.rowsOf(chunkId).stream().filter(row -> row.question().equals(text)).toList();
    if (!there.isEmpty()) {
      return accept(there.stream().map(PairRow::id).toList());
    }
    var pair =
        new NewPair(
            text, List.of(new NewPair.Grade(chunkId, FULL)), ReviewStatus.ACCEPTED, null, null);
    return decisions.add(ActionKind.ADD, List.of(pair), Origin.PERSON, reviewer, clock.instant());
  }

  /// Takes pairs out of the table; undo brings them back.
  public Action remove(Collection<UUID> pairs) {
    return decisions.remove(pairs, reviewer, clock.instant());
  }

  /// Splits all pairs; see [Splitter] for the rule, and for what becomes of rejected ones.
  public Action split(SplitOptions options) {
    var splits = Splitter.split(store.rows(), store.chunks(), options);
    var names = new HashMap<UUID, String>();
    splits.forEach((id, split) -> names.put(id, split.name()));
    return decisions.split(names, reviewer, clock.instant());
  }

  /// Stores documents cut anew and moves their pairs to the chunks that hold their text, see
  /// [PairMoves].
  ///
  /// @param whole whether imports are to follow the same options from now on
  /// @throws dev.retune.text.ProblemException if questions are being written
  public RechunkSummary rechunk(Rechunked rechunked, boolean whole) {
    return decisions.rechunk(rechunked, whole, reviewer, clock.instant());
  }

  /// What could become of the pairs of an earlier version of a document.
  public VersionPairs versions(UUID earlier, UUID later) {
    return decisions.versions(earlier, later);
  }

  /// Moves pairs of an earlier version of a document to the passages of the later one that have the
  /// same text.
  public Action carry(UUID earlier, UUID later) {
    return decisions.carry(earlier, later, reviewer, clock.instant());
  }

  /// Moves pairs back that came to another version of their document.
  ///
  /// @throws dev.retune.text.ProblemException if something was decided since
  public void undoCarry(Action carried) {
    if (undo(carried).isEmpty()) {
      throw Problem.of(Review.class, "carry.notNewest").exception();
    }
  }

  /// Undoes this action, if nothing that is not undone came after it.
  public Optional<Action> undo(Action action) {
    return decisions.undo(action.id(), reviewer, clock.instant());
  }

  /// Undoes the latest action that is not undone; a run of a writer counts once it has ended.
  public Optional<Action> undo() {
    return decisions.move(ActionKind.UNDO, reviewer, clock.instant());
  }

  public Optional<Action> redo() {
    return decisions.move(ActionKind.REDO, reviewer, clock.instant());
  }

  public boolean canUndo() {
    return nextUndo().isPresent();
  }

  public boolean canRedo() {
    return nextRedo().isPresent();
  }

  /// What [#undo()] would undo, for the name of the menu entry.
  public Optional<ActionKind> nextUndo() {
    return decisions.next(ActionKind.UNDO);
  }

  public Optional<ActionKind> nextRedo() {
    return decisions.next(ActionKind.REDO);
  }

  /// Everything that happened to a pair, oldest first.
  public List<HistoryEntry> history(UUID pair) {
    return store.history(pair);
  }

  private static String checked(String question) {
    var text = question.strip().replaceAll("\\s+", " ");
    if (text.isEmpty()) {
      throw Problem.of(Review.class, "blank").exception();
    }
    return text;
  }
}
