package dev.retune.ui.pairs;

import dev.retune.pair.Action;
import dev.retune.pair.ActionKind;
import dev.retune.pair.HistoryEntry;
import dev.retune.pair.Review;
import dev.retune.pair.SplitOptions;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Passes every decision on to the project's review.
record ReviewDecisions(Review review) implements Decisions {
  @Override
  public Action accept(Collection<UUID> pairs) {
    return review.accept(pairs);
  }

  @Override
  public Action reject(Collection<UUID> pairs) {
    return review.reject(pairs);
  }

  @Override
  public Action reopen(Collection<UUID> pairs) {
    return review.reopen(pairs);
  }

  @Override
  public Action setRelevance(Collection<UUID> pairs, double relevance) {
    return review.setRelevance(pairs, relevance);
  }

  @Override
  public Action edit(UUID pair, String question) {
    return review.edit(pair, question);
  }

  @Override
  public Action add(String question, UUID chunkId) {
    return review.add(question, chunkId);
  }

  @Override
  public Action remove(Collection<UUID> pairs) {
    return review.remove(pairs);
  }

  @Override
  public Action split(SplitOptions options) {
    return review.split(options);
  }

  @Override
  public Optional<Action> undo() {
    return review.undo();
  }

  @Override
  public Optional<Action> redo() {
    return review.redo();
  }

  @Override
  public Optional<ActionKind> nextUndo() {
    return review.nextUndo();
  }

  @Override
  public Optional<ActionKind> nextRedo() {
    return review.nextRedo();
  }

  @Override
  public List<HistoryEntry> history(UUID pair) {
    return review.history(pair);
  }
}
